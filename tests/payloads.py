"""What somebody may write where a text belongs. None of it may run, or change a page."""

import re

FLAG = "hostile"
"""The name that is set on `window` when one of them runs."""
_RUN = f"window.{FLAG}=1"

PAYLOADS = (
    f"<script>{_RUN}</script>",
    f'"><img src=x onerror="{_RUN}">',
    f"'><svg onload='{_RUN}'>",
    f"</script><script>{_RUN}</script>",
    f"</title></textarea></template><img src=x onerror={_RUN}>",
    f"--><details open ontoggle={_RUN}>",
    f'" autofocus onfocus="{_RUN}',
    f"javascript:{_RUN}",
    f'<a href="javascript:{_RUN}">',
    f'<iframe srcdoc="<script>parent.{FLAG}=1</script>"></iframe>',
    f"<base href='javascript:{_RUN}//'>",
    f"&lt;img src=x onerror={_RUN}&gt;",
    "{{7*7}}{% raw %}{#",
    f"${{{_RUN}}}`${{{_RUN}}}`",
    "{0.__class__} {hours} %s \\",
    "\u2028\u2029\u202e",
    "\0",
    "]]><!--",
    "__proto__",
    "<b>" + "A" * 2000,
)
IN_ADDRESSES = tuple(re.sub(r"\s", "/", payload) for payload in PAYLOADS)
"""The same where no space may be."""
