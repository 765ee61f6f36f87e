"""Papers other than orders: facts → template → sheet, preview and PDF."""

import datetime

from django.utils.safestring import SafeString

from mentoring.common.file_names import safe_name
from mentoring.common.papers import Paper, render_paper, render_preview
from reports.documents.order import date_text
from reports.documents.tables import laid_out
from reports.models import Document
from reports.queries.document_facts import kept_facts, printed_facts, words_of
from reports.queries.document_words import programme_words

TEMPLATES = {
    "sheet": "reports/papers/document.html",
    "wide": "reports/papers/document.html",
    "letter": "reports/papers/letter.html",
    "certificate": "reports/papers/certificate.html",
}


def document_paper(document: Document) -> Paper:
    """A finished paper from its frozen facts, a draft from the rows of today."""
    facts = document.payload or kept_facts(document)
    return render_paper(TEMPLATES[facts["layout"]], context(facts))


def document_preview(document: Document) -> SafeString:
    facts = document.payload or kept_facts(document)
    return render_preview(TEMPLATES[facts["layout"]], context(facts))


def printed_paper(kind: dict, programme, *, pair=None, person=None, common: dict | None = None) -> Paper:
    """A paper that is printed at once. `common` are the words of the programme when somebody has read them already."""
    words = words_of(programme, pair, person, common=common)
    return render_paper(TEMPLATES[kind["layout"]], context(printed_facts(kind, programme, pair=pair, person=person, words=words)))


def paper_template(kind: dict) -> str:
    return TEMPLATES[kind["layout"]]


def person_contexts(kind: dict, programme, people):
    """Contexts of a kind of letters or certificates, one to each of `people`, for `render_bundle`; there may be hundreds."""
    common = programme_words(programme)
    for person in people:
        yield context(printed_facts(kind, programme, person=person, words=words_of(programme, person=person, common=common)))


def file_name(title: str, on: datetime.date | None) -> str:
    return safe_name(title, f" {on:%d.%m.%Y}.pdf" if on else ".pdf")


def context(facts: dict) -> dict:
    return {**facts, "blocks": laid_out(facts["blocks"]), "date": date_text(facts["date"]), "is_wide": facts["layout"] == "wide"}
