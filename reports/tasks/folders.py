"""The folder of a programme: its chapters by any number of workers, then all of them in one file."""

import contextlib
import tempfile

from django.utils.translation import gettext as _

from accounts.permissions import Permission
from jobs.models import Job, StoredFile
from jobs.registry import job_kind
from jobs.services import part_files, set_progress, store
from mentoring.common import clock, storage
from mentoring.common.refusal import Refusal
from programmes.models import Programme
from reports.documents.folder.collecting import collect_chapter, join_folder
from reports.enums import FolderChapter, FolderFormat

PDF, ZIP = "application/pdf", "application/zip"


@job_kind("programme_folder_part")
def programme_folder_part(job: Job) -> StoredFile:
    """A chapter or a piece of one. A chapter may hold more papers than keys, so its progress is told in shares of them."""
    programme, chapter = _programme(job), FolderChapter(job.arguments["chapter"])
    size = job.total
    with tempfile.TemporaryFile() as file:
        on_done = lambda done, total: set_progress(job, done * size // total, size)  # noqa: E731 - it knows the job
        collect_chapter(file, programme, chapter, job.arguments["keys"], on_done)
        file.seek(0)
        return store(school_id=job.school_id, name=f"{job.place}.zip", content_type=ZIP, content=file)


@job_kind("programme_folder")
def programme_folder(job: Job) -> StoredFile:
    """Everything that the person who asked may take now; joined on the disk."""
    programme, as_archive = _programme(job), job.arguments["format"] == FolderFormat.ZIP
    name = f"Папка программы наставничества {clock.today():%d.%m.%Y}.{job.arguments['format']}"
    with tempfile.TemporaryFile() as file, contextlib.ExitStack() as stack:
        chapters = [stack.enter_context(storage.open_stored(part.sha256)) for part in part_files(job)]
        join_folder(file, programme, chapters, as_archive=as_archive)
        file.seek(0)
        return store(school_id=job.school_id, name=name, content_type=ZIP if as_archive else PDF, content=file)


def _programme(job: Job) -> Programme:
    if not job.created_by.may(Permission.EXPORT_BASES):
        raise Refusal(_("You may not take the bases out of the system any more, so the folder is not made."))
    return Programme.objects.select_related("school", "year").get(pk=job.arguments["programme_id"])
