"""Single papers: of an order, of a document, the register, the monitoring report."""

import datetime
from io import BytesIO
from types import SimpleNamespace

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from jobs.models import Job, StoredFile
from jobs.registry import job_kind
from jobs.services import set_progress, store
from mentoring.common.sheets.writer import XLSX
from programmes.models import Programme
from reports.documents.document import document_paper, file_name
from reports.documents.monitoring_report import monitoring_report
from reports.documents.monitoring_workbook import write_monitoring_workbook
from reports.documents.order import order_file_name, order_paper
from reports.documents.register import register_paper
from reports.filters import OrderFilter
from reports.models import Document, Order

PDF = "application/pdf"


@job_kind("order_pdf", repeated_by=(Permission.PREPARE_ORDERS, Permission.SIGN_ORDERS))
def order_pdf(job: Job) -> StoredFile:
    """Print a signed order once; a second run finds the file and prints nothing."""
    order = Order.objects.select_related("pdf").get(pk=job.arguments["order_id"])
    if order.pdf is not None:
        return order.pdf
    return _attach(order, order_file_name(order), order_paper(order).pdf, by=job.created_by)


@transaction.atomic
def _attach(paper: Order | Document, name: str, content: bytes, *, by) -> StoredFile:
    """The row of the file and the paper's key to it come together, once: what a second worker has printed meanwhile is left."""
    locked = type(paper).objects.select_for_update(of=("self",)).select_related("pdf").get(pk=paper.pk)
    if locked.pdf is None:
        locked.pdf = store(school_id=locked.school_id, name=name, content_type=PDF, content=content)
        locked.save(update_fields=["pdf"])
        record(by, f"{locked._meta.model_name}.pdf_kept", locked, pdf_sha256=locked.pdf.sha256)
    return locked.pdf


@job_kind("document_pdf", repeated_by=(Permission.PREPARE_ORDERS,))
def document_pdf(job: Job) -> StoredFile:
    """Print a finished paper once; a second run finds the file and prints nothing."""
    document = Document.objects.select_related("pdf").get(pk=job.arguments["document_id"])
    if document.pdf is not None:
        return document.pdf
    return _attach(document, file_name(document.title, document.finished_on), document_paper(document).pdf, by=job.created_by)


@job_kind("order_register_pdf")
def order_register_pdf(job: Job) -> StoredFile:
    """The register as the person saw it: the same filter over what the person may see now."""
    asker = SimpleNamespace(actor=job.created_by)
    found = OrderFilter(job.arguments["filters"], queryset=Order.objects.visible_to(job.created_by), request=asker)
    content = register_paper(job.school, found.qs).pdf
    return store(school_id=job.school_id, name=_("Register of orders.pdf"), content_type=PDF, content=content)


@job_kind("monitoring_report_pdf")
def monitoring_report_pdf(job: Job) -> StoredFile:
    programme, on = _subject(job)
    set_progress(job, 1, 3)
    content = monitoring_report(programme, on).pdf
    set_progress(job, 2, 3)
    return store(school_id=job.school_id, name=_report_name(on, "pdf"), content_type=PDF, content=content)


@job_kind("monitoring_report_xlsx")
def monitoring_report_xlsx(job: Job) -> StoredFile:
    programme, on = _subject(job)
    set_progress(job, 1, 3)
    content = BytesIO()
    write_monitoring_workbook(content, programme, on)
    set_progress(job, 2, 3)
    return store(school_id=job.school_id, name=_report_name(on, "xlsx"), content_type=XLSX, content=content.getvalue())


def _subject(job: Job) -> tuple[Programme, datetime.date]:
    programme = Programme.objects.select_related("school", "year").get(pk=job.arguments["programme_id"])
    return programme, datetime.date.fromisoformat(job.arguments["on"])


def _report_name(on: datetime.date, ending: str) -> str:
    return f"Отчёт о мониторинге наставничества {on:%d.%m.%Y}.{ending}"
