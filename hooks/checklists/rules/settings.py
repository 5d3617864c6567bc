"""What MkDocs and the theme know. Tests hold these tables against the versions we use."""


def names(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


MKDOCS = names(
    """INHERIT site_name nav exclude_docs draft_docs not_in_nav site_url site_description
    site_author theme docs_dir site_dir copyright dev_addr use_directory_urls repo_url repo_name
    edit_uri_template edit_uri extra_css extra_javascript extra_templates markdown_extensions
    strict remote_branch remote_name extra plugins hooks watch validation"""
)
FEATURES = names(
    """announce.dismiss content.action.edit content.action.view content.code.annotate
    content.code.copy content.code.select content.footnote.tooltips content.lazy content.tabs.link
    content.tooltips header.autohide navigation.expand navigation.footer navigation.indexes
    navigation.instant navigation.instant.prefetch navigation.instant.preview
    navigation.instant.progress navigation.path navigation.prune navigation.sections
    navigation.tabs navigation.tabs.sticky navigation.top navigation.tracking search.highlight
    search.share search.suggest toc.follow toc.integrate"""
)
ICONS = names(
    """admonition alternate annotation close edit logo menu next previous repo search share tag top
    view"""
)
SEARCH = names(
    """enabled lang separator pipeline fields jieba_dict jieba_dict_user indexing prebuild_index
    min_search_length"""
)
EXTENSIONS = names(
    """abbr admonition attr_list checklists def_list footnotes md_in_html meta sane_lists smarty
    tables toc pymdownx.details pymdownx.superfences"""
)
PLUGINS = names("search material/search")
"""Those that everybody has; others are looked for."""
_LEVELS = frozenset({"warn", "info", "ignore", "relative_to_docs"})
_OF_LINKS = ("not_found", "absolute_links", "unrecognized_links", "anchors")
_OF_NAV = ("omitted_files", "not_found", "absolute_links")
_SWITCHES = frozenset({"true", "false"})

KNOWN_KEYS = {
    (): MKDOCS,
    ("theme",): names(
        """name custom_dir static_templates locale language direction features font icon logo
        favicon palette"""
    ),
    ("theme", "icon"): ICONS,
    ("theme", "palette"): frozenset({"media", "scheme", "primary", "accent", "toggle"}),
    ("theme", "palette", "toggle"): frozenset({"icon", "name"}),
    ("plugins", "search"): SEARCH,
    ("plugins", "material/search"): SEARCH,
    ("validation",): frozenset({"nav", "links", *_OF_NAV, *_OF_LINKS}),
    ("validation", "nav"): frozenset(_OF_NAV),
    ("validation", "links"): frozenset(_OF_LINKS),
    ("extra_javascript",): frozenset({"path", "type", "async", "defer"}),
}
"""Setting -> what may stand below it."""

KNOWN_VALUES = {
    "theme.features": FEATURES,
    "theme.direction": frozenset({"ltr", "rtl"}),
    "plugins.search.pipeline": frozenset({"stemmer", "stopWordFilter", "trimmer"}),
    "extra_javascript.type": frozenset({"module"}),
    "use_directory_urls": _SWITCHES,
    "strict": _SWITCHES,
    **{f"validation.nav.{each}": _LEVELS for each in _OF_NAV},
    **{f"validation.links.{each}": _LEVELS for each in _OF_LINKS},
}
SEARCH_LANGUAGE = {"nb": "no", "en": "en"}
SAID_IN_EACH = (
    "site_description",
    "copyright",
    "nav",
    "plugins.search.lang",
    "theme.palette.toggle.name",
    "markdown_extensions.toc.permalink_title",
)


def names_an_icon(setting: tuple[str, ...]) -> bool:
    """Whether the value of a setting is the name of an icon."""
    return setting[:2] == ("theme", "icon") or setting == ("theme", "palette", "toggle", "icon")
