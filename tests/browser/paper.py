"""What a page looks like on paper."""

import io
import re
import unicodedata

from playwright.sync_api import Page
from pypdf import PdfReader

A4 = (595, 842)  # points


def printed(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def text_of(pdf: PdfReader) -> str:
    return folded(" ".join(page.extract_text() for page in pdf.pages))


def folded(text: str) -> str:
    """Letter by letter: some fonts print “fi” as one sign."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text))


def is_one_sheet(pdf: PdfReader) -> bool:
    sizes = [(round(each.mediabox.width), round(each.mediabox.height)) for each in pdf.pages]
    return sizes == [A4]
