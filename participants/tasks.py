"""Long work of this room: sheets of consents, tables of more than a thousand rows."""

from jobs.models import Job, StoredFile
from jobs.registry import job_kind
from jobs.services import set_progress, store
from participants.consent_papers import consent_sheets_pdf, sheets_file_name
from participants.models import ConsentSheet
from participants.services.importing import running


@job_kind("consent_sheets")
def consent_sheets(job: Job) -> StoredFile:
    """Print sheets in the order they were asked for. A second run makes the same file of the same sheets."""
    keys = job.arguments["sheets"]
    found = ConsentSheet.objects.select_related("person", "programme__year", "school").prefetch_related("person__guardians").in_bulk(keys)
    sheets = [found[key] for key in keys]
    content = consent_sheets_pdf(sheets, address=job.arguments["address"], on_progress=lambda done, total: set_progress(job, done, total))
    return store(school_id=job.school_id, name=sheets_file_name(sheets), content_type="application/pdf", content=content)


@job_kind("import_check")
def import_check(job: Job) -> None:
    running.check_in_job(job)


@job_kind("import_write")
def import_write(job: Job) -> None:
    running.write_in_job(job)
