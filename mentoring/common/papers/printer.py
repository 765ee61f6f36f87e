"""HTML to PDF/UA by WeasyPrint. Imported late, WeasyPrint is slow to import."""

import functools
import hashlib
import os
import re
import threading
from collections.abc import Callable, Iterable

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from mentoring.common.papers.fetcher import BASE_URL, StaticFetcher
from mentoring.common.papers.renderer import PaperError, PaperTooLarge
from mentoring.common.papers.typography import tied

LOCK = threading.Lock()  # Pango's font map is not made for two threads
MAX_PAPER = 750_000  # characters of HTML, an order of 800 pairs: 43 s of a core as a table of 7,000 rows, less as anything else
MAX_TEXT = 50_000  # characters of a text, 25 pages: the time of a table cell grows with the square of its length
MAX_LETTERS = 450_000  # of all texts, a minute of a core in narrow columns: there a letter costs more than a sign of markup
TEXT = re.compile(r">([^<]+)")
WIDE = re.compile(r"<[^>]*(?<!row)span\s*=\s*[\"']?\s*\d{3}")  # over a hundred columns and more: each is laid out, empty or not


def print_pdf(html: str) -> bytes:
    """Equal HTML gives equal bytes: the identifier of the file comes from the text, not from the clock."""
    return print_bundle([html], lambda _done: None)


def print_bundle(htmls: Iterable[str], on_printed: Callable[[int], object]) -> bytes:
    """Lay out one document after another, then write all their pages as one file. The limits are those of each document."""
    digest, documents = hashlib.sha256(), []
    try:
        for done, html in enumerate(htmls, start=1):
            digest.update(html.encode())
            with LOCK:
                documents.append(_lay_out(html))
            on_printed(done)
        pages = [page for document in documents for page in document.pages]
        with LOCK:
            return documents[0].copy(pages).write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=digest.hexdigest()[:32].encode())
    except FatalURLFetchingError as fault:
        raise PaperError(str(fault)) from fault
    except RecursionError as fault:
        raise PaperTooLarge from fault


def _lay_out(html: str):
    if len(html) > MAX_PAPER or _holds_too_much(html):
        raise PaperTooLarge
    page = HTML(string=tied(html), base_url=BASE_URL, url_fetcher=StaticFetcher())
    return page.render(font_config=_fonts(os.getpid()), pdf_variant="pdf/ua-1")


def _holds_too_much(html: str) -> bool:
    lengths = [len(text.strip()) for text in TEXT.findall(html)]
    return max(lengths, default=0) > MAX_TEXT or sum(lengths) > MAX_LETTERS or WIDE.search(html) is not None


@functools.cache
def _fonts(process: int) -> FontConfiguration:
    """One configuration a process: it remembers the loaded fonts, and a forked worker must not delete its parent's."""
    return FontConfiguration()
