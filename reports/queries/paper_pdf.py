"""The work on the PDF of a signed order or of a finished document."""

from jobs.models import Job


def pdf_key(paper) -> str:
    """One PDF a paper, however often it is asked for."""
    return f"{paper._meta.model_name}-pdf-{paper.pk}"


def pdf_job(paper) -> Job | None:
    """Whoever asked for it: everybody who may see the paper may see how far it is."""
    return Job.objects.filter(dedupe_key=pdf_key(paper)).select_related("created_by").first()
