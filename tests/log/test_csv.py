"""The log as CSV, read back by another reader than ours."""

import csv
import io
from pathlib import Path

from tests.node import run_node

HARMLESS = [
    'say "no", he said',
    "a;b",
    "two\nlines\r\nand a third",
    "æøå 🧗🏽‍♀️ שלום",
    "",
    " x ",
    "<script>",
]
FORMULAS = [
    "=HYPERLINK(1)",
    "+47 22 33 44 55",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1",
    "  =1",
    "'=1",
]


def test_python_reads_what_was_written() -> None:
    rows = [HARMLESS, FORMULAS]
    written = run_node(Path(__file__).with_name("write.js"), rows).decode("utf-8-sig")
    harmless, formulas = csv.reader(io.StringIO(written, newline=""), strict=True)
    assert harmless == HARMLESS
    assert [text.replace("'", "") for text in formulas] == [text.strip("'") for text in FORMULAS]
    assert all(text.startswith("'") for text in formulas)
