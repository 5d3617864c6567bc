"""The page at an old address, which leads to the new one."""

import json
from html import escape

from checklists.guide.model import Guide

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="canonical" href="{target}">
<link rel="icon" href="data:,">
<script>location.replace({script} + location.search + location.hash)</script>
<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>
</head>
<body><p><a href="{target}">{title}</a></p></body>
</html>
"""


def redirect_pages(guide: Guide, language: str) -> dict[str, str]:
    """Path in the site of the language -> HTML, for each address that a page had before."""
    return {
        f"{alias}/index.html": redirect_page(alias, page.key, page.meta.title, language)
        for page in guide.pages_of(language)
        if page.meta
        for alias in page.meta.aliases
    }


def redirect_page(alias: str, key: str, title: str, language: str) -> str:
    """HTML for `alias`/index.html. With JavaScript the place on the page is kept too."""
    target = f"{'../' * (alias.count('/') + 1)}{key}/"
    script = json.dumps(target).replace("<", r"\u003c")  # `</script>` would end it
    return _PAGE.format(
        language=language, title=escape(title), target=escape(target), script=script
    )
