"""Long work of this room: the paper of an order, the monitoring report."""

from jobs.models import Job, StoredFile
from jobs.registry import job_kind
from jobs.services import store
from reports.documents.order import order_file_name, order_paper
from reports.models import Order

PDF = "application/pdf"


@job_kind("order_pdf")
def order_pdf(job: Job) -> StoredFile:
    """Print a signed order once; a second run finds the file and prints nothing."""
    order = Order.objects.select_related("pdf").get(pk=job.arguments["order_id"])
    if order.pdf is not None:
        return order.pdf
    file = store(school_id=order.school_id, name=order_file_name(order), content_type=PDF, content=order_paper(order).pdf)
    if Order.objects.filter(pk=order.pk, pdf__isnull=True).update(pdf=file):
        return file
    order.refresh_from_db(fields=["pdf"])
    return order.pdf
