"""Long work of this room: sheets of consents, tables of more than a thousand rows."""

from contextlib import ExitStack

from jobs.models import Job, StoredFile
from jobs.registry import job_kind
from jobs.services import part_files, set_progress, store, store_packed
from mentoring.common import storage
from participants.consent_papers import consent_sheets_archive, consent_sheets_pdf, sheets_file_name, stacked_sheets
from participants.enums import SheetsFormat
from participants.queries.sheets import sheets_in_order
from participants.services.importing import running
from participants.services.scans import uploading

PDF, ZIP = "application/pdf", "application/zip"
FORMS = {SheetsFormat.PDF: (consent_sheets_pdf, ".pdf", PDF), SheetsFormat.ZIP: (consent_sheets_archive, ".zip", ZIP)}


@job_kind("consent_sheets_part")
def consent_sheets_part(job: Job) -> StoredFile:
    """Print sheets in the order they were asked for. A second run makes the same file of the same sheets."""
    sheets = sheets_in_order(job.arguments["sheets"])
    make, ending, content_type = FORMS[_form(job)]
    content = make(sheets, address=job.arguments["address"], on_progress=lambda done, total: set_progress(job, done, total))
    return store(school_id=job.school_id, name=sheets_file_name(sheets, ending), content_type=content_type, content=content)


@job_kind("consent_sheets")
def consent_sheets(job: Job) -> StoredFile:
    """One file of all parts, a PDF led by its contents; a single part is the file."""
    files = part_files(job)
    if len(files) == 1:
        return files[0]
    keys = [key for part in job.parts.order_by("place") for key in part.arguments["sheets"]]
    sheets = sheets_in_order(keys)
    if _form(job) == SheetsFormat.ZIP:
        return store_packed(job, sheets_file_name(sheets, ".zip"))
    with ExitStack() as opened:
        parts = [opened.enter_context(storage.open_stored(file.sha256)) for file in files]
        content = stacked_sheets(parts, sheets)
    return store(school_id=job.school_id, name=sheets_file_name(sheets), content_type=PDF, content=content)


def _form(job: Job) -> str:
    """A job that was asked for before there was a choice is a PDF."""
    return job.arguments.get("format", SheetsFormat.PDF)


@job_kind("import_check")
def import_check(job: Job) -> None:
    running.check_in_job(job)


@job_kind("import_write")
def import_write(job: Job) -> None:
    running.write_in_job(job)


@job_kind("scan")
def scan(job: Job) -> None:
    uploading.split_scan(job)


@job_kind("scan_part")
def scan_part(job: Job) -> None:
    uploading.file_part(job)


@job_kind("scan_filed")
def scan_filed(_job: Job) -> None:
    """Nothing to join: the pages are filed one by one."""
