"""Papers of the folder besides its tables, as (title, `make()` that gives the bytes of the PDF)."""

from collections.abc import Callable, Iterator
from functools import partial

from jobs.models import StoredFile
from mentoring.common import storage
from mentoring.common.papers import Paper
from mentoring.common.papers.scans import scan_pdf
from reports.documents.document import document_paper, file_name, printed_paper
from reports.documents.order import order_paper
from reports.enums import DocumentState
from reports.models import Document, Order
from reports.queries.document_texts import document_kind
from reports.queries.document_words import programme_words
from reports.queries.documents import pairs_with_papers

Papers = Iterator[tuple[str, Callable[[], bytes]]]


def finished_documents(programme, keys: list[int]) -> Papers:
    rows = Document.objects.filter(programme=programme, state=DocumentState.FINAL, pk__in=keys)
    for document in rows.select_related("pdf", "person").order_by("finished_on", "pk"):
        whose = f", {document.person.short_name}" if document.person else ""
        yield file_name(f"{document.title}{whose}", document.finished_on).removesuffix(".pdf"), partial(document_pdf_bytes, document)


def papers_of_pairs(programme, keys: list[int]) -> Papers:
    """The individual plan and the mentor's report of each pair that has written them."""
    common, plan, report = programme_words(programme), document_kind("individual_plan"), document_kind("mentor_report")
    for pair in pairs_with_papers(programme).filter(pk__in=keys):
        for kind in [plan] * bool(pair.plan_count) + [report] * bool(pair.has_report):
            yield f"{kind['menu']}: {pair}", partial(_printed, kind, programme, pair, common)


def order_pdf_bytes(order: Order) -> bytes:
    """What was signed in Tandem, or the scan of the paper."""
    return _kept(order, order_paper) if order.scan is None else scan_pdf(_content(order.scan), order.scan.content_type)


def document_pdf_bytes(document: Document) -> bytes:
    return _kept(document, document_paper)


def _kept(row: Order | Document, paper: Callable[..., Paper]) -> bytes:
    """The very file that was signed or finished; while its job has not run, the same paper from the frozen facts."""
    if row.pdf is None:
        return paper(row).pdf
    return _content(row.pdf)


def _content(file: StoredFile) -> bytes:
    with storage.open_stored(file.sha256) as content:
        return content.read()


def _printed(kind: dict, programme, pair, common: dict) -> bytes:
    return printed_paper(kind, programme, pair=pair, common=common).pdf
