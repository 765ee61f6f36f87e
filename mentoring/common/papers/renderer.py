"""HTML to PDF by WeasyPrint.

Papers are Russian whatever the language of the page. A template extends `paper_base`: `papers/base.html` for the whole document,
`papers/preview.html` for the same sheet inside a web page (link `css/paper.css` and `css/paper-screen.css` there).
Equal facts give equal bytes: nothing in a paper tells the time of printing unless the facts do.
"""

import functools
import hashlib
import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString

LOCK = threading.Lock()  # Pango's font map is not made for two threads


class PaperError(Exception):
    """A paper could not be made whole, for example because it asks for a file that is not ours."""


@dataclass(frozen=True)
class Paper:
    """`html` is the whole document, `pdf` the bytes of PDF/UA-1 made of it."""

    html: str
    pdf: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.pdf).hexdigest()


def render_paper(template: str, context: Mapping) -> Paper:
    """Raises `PaperError` when a stylesheet, font or picture is missing or not among our static files."""
    html = _render(template, context, "papers/base.html")
    return Paper(html, _pdf(html))


def render_preview(template: str, context: Mapping) -> SafeString:
    """The sheet alone, an element of class `paper`, to stand inside a web page."""
    return _render(template, context, "papers/preview.html")


def _render(template: str, context: Mapping, base: str) -> SafeString:
    with translation.override("ru"):
        return render_to_string(template, {**context, "paper_base": base})


def _pdf(html: str) -> bytes:
    from weasyprint import HTML  # slow import
    from weasyprint.urls import FatalURLFetchingError

    from mentoring.common.papers.fetcher import BASE_URL, StaticFetcher

    identifier = hashlib.sha256(html.encode()).hexdigest()[:32].encode()
    try:
        with LOCK:
            document = HTML(string=html, base_url=BASE_URL, url_fetcher=StaticFetcher())
            return document.write_pdf(font_config=_fonts(os.getpid()), pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    except FatalURLFetchingError as fault:
        raise PaperError(str(fault)) from fault


@functools.cache
def _fonts(process: int):
    """One configuration a process: it remembers the loaded fonts, and a forked worker must not delete its parent's."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()
