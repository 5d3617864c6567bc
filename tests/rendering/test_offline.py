"""The service worker lists what readers need, and nothing else."""

import json
import re

from checklists.rendering.offline import worker_text

PAGE = b"<!doctype html>"
KEPT = {
    "index.html": "",
    "situations/saying-no/index.html": "situations/saying-no/",
    "en/index.html": "en/",
    "offline/index.html": "offline/",
    "plan.html": "plan.html",
    "assets/0f3c9a51/main.js": "assets/0f3c9a51/main.js",
    "en/assets/style.css": "en/assets/style.css",
    "assets/0f3c9a51/et kart.svg": "assets/0f3c9a51/et%20kart.svg",
    "search/search_index.json": "search/search_index.json",
    "checklists.json": "checklists.json",
}
LEFT_OUT = (
    "404.html",
    "en/404.html",
    "_headers",
    "_headers.nginx",
    "service-worker.js",
    "assets/offline/service-worker.js",
    "assets/0f3c9a51/preview.png",
    "en/assets/0f3c9a51/icons/512.png",
    "assets/main.js.map",
    "manifest.webmanifest",
    "checklists.schema.json",
    "situations/saying-no/index.md",
    "en/llms.txt",
    "sitemap.xml",
    "sitemap.xml.gz",
)


def files(text: str) -> dict[str, str]:
    """The list in the text of a worker."""
    found = re.match(r"self\.files=(\{.*\});\n", text)
    assert found
    listed: dict[str, str] = json.loads(found[1])
    return listed


def test_what_a_reader_needs_is_listed_by_its_address() -> None:
    text = worker_text(dict.fromkeys((*KEPT, *LEFT_OUT), PAGE), "script()")
    assert list(files(text)) == [KEPT[path] for path in sorted(KEPT)]
    assert text.endswith("};\nscript()")


def test_a_hash_changes_with_the_content_and_with_nothing_else() -> None:
    old = files(worker_text({"index.html": PAGE, "a/index.html": PAGE}, ""))
    new = files(worker_text({"a/index.html": PAGE, "index.html": PAGE + b" "}, ""))
    assert old["a/"] == new["a/"] == old[""]
    assert new[""] != old[""]
    assert all(re.fullmatch("[0-9a-f]{8}", each) for each in (*old.values(), *new.values()))


def test_where_nothing_is_kept_the_list_is_empty() -> None:
    assert worker_text({}, "script()") == "self.files={};\nscript()"
