"""The PDF of an order or of a document on its page: a download, or how far the work on it is."""

from django.urls import reverse

from jobs.models import WorkerHeartbeat
from jobs.services import may_repeat
from reports.models import Document, Order
from reports.queries.paper_pdf import pdf_job


def pdf_card(paper: Order | Document, actor) -> dict:
    """Context of reports/_paper_pdf.html."""
    waiting = paper.payload is not None and paper.pdf is None
    job = pdf_job(paper) if waiting else None
    steps = ("pdf", "pdf_progress", "pdf_repeat")
    return {
        "paper": paper,
        "job": job,
        "may_repeat": job is not None and may_repeat(actor, job),
        "worker_is_alive": WorkerHeartbeat.worker_is_alive() if waiting else True,
        "is_order": isinstance(paper, Order),
        "urls": {step: reverse(f"reports:{paper._meta.model_name}_{step}", args=[paper.pk]) for step in steps},
    }
