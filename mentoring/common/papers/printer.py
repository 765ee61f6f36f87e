"""HTML to PDF/UA by WeasyPrint. Imported late, WeasyPrint is slow to import."""

import functools
import hashlib
import os
import threading

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from mentoring.common.papers.fetcher import BASE_URL, StaticFetcher
from mentoring.common.papers.renderer import PaperError
from mentoring.common.papers.typography import tied

LOCK = threading.Lock()  # Pango's font map is not made for two threads


def print_pdf(html: str) -> bytes:
    """Equal HTML gives equal bytes: the identifier of the file comes from the text, not from the clock."""
    identifier = hashlib.sha256(html.encode()).hexdigest()[:32].encode()
    try:
        with LOCK:
            document = HTML(string=tied(html), base_url=BASE_URL, url_fetcher=StaticFetcher())
            return document.write_pdf(font_config=_fonts(os.getpid()), pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    except FatalURLFetchingError as fault:
        raise PaperError(str(fault)) from fault


@functools.cache
def _fonts(process: int) -> FontConfiguration:
    """One configuration a process: it remembers the loaded fonts, and a forked worker must not delete its parent's."""
    return FontConfiguration()
