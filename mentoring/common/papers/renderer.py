"""HTML to PDF by WeasyPrint.

Papers are Russian whatever the language of the page. A template extends `paper_base`: `papers/base.html` for the whole document,
`papers/preview.html` for the same sheet inside a web page (link `css/paper.css` and `css/paper-screen.css` there).
Equal facts give equal bytes: nothing in a paper tells the time of printing unless the facts do.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mentoring.common.refusal import Refusal


class PaperError(Exception):
    """A paper could not be made whole; the usual cause is a file that is not ours."""


class PaperTooLarge(Refusal):
    """Laying it out would take a worker minutes and all its memory."""

    def __init__(self):
        super().__init__(
            _("This paper is too large to print. Choose fewer rows or people with the filters, and shorten texts of unusual length.")
        )


@dataclass(frozen=True)
class Paper:
    """`html` is the whole document, `pdf` the bytes of PDF/UA-1 made of it; on paper some blanks are unbreakable (`typography`)."""

    html: str
    pdf: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.pdf).hexdigest()


def render_paper(template: str, context: Mapping) -> Paper:
    """Raises `PaperError` when a stylesheet, font or picture is missing or not our static file, `PaperTooLarge` beyond the limits."""
    from mentoring.common.papers.printer import print_pdf  # noqa: PLC0415 - slow import

    html = _render(template, context, "papers/base.html")
    return Paper(html, print_pdf(html))


def render_bundle(template: str, contexts: Iterable[Mapping], on_printed: Callable[[int], object]) -> bytes:
    """One PDF of many documents that stand one after another; `on_printed(n)` hears of each that is laid out."""
    from mentoring.common.papers.printer import print_bundle  # noqa: PLC0415 - slow import

    return print_bundle((_render(template, context, "papers/base.html") for context in contexts), on_printed)


def render_preview(template: str, context: Mapping) -> SafeString:
    """The sheet alone, an element of class `paper`, to stand inside a web page."""
    return _render(template, context, "papers/preview.html")


def _render(template: str, context: Mapping, base: str) -> SafeString:
    with translation.override("ru"):
        return render_to_string(template, {**context, "paper_base": base})
