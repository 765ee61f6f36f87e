"""Asking for the PDF of a signed order or of a finished document."""

from jobs.models import Job
from jobs.services import start
from reports.models import Document, Order
from reports.queries.paper_pdf import pdf_key


def ask_for_pdf(*, actor, paper: Order | Document, title: str) -> Job:
    """Once, however often it is asked for; `title` stands among the files of the actor."""
    noun = paper._meta.model_name
    return start(actor=actor, kind=f"{noun}_pdf", title=title[:200], dedupe_key=pdf_key(paper), **{f"{noun}_id": paper.pk})
