"""Archives that the parts of a job have made, as one."""

import tempfile
import zipfile

from jobs.models import Job, StoredFile
from jobs.services.parts import part_files
from jobs.services.storing import store
from mentoring.common import storage

ZIP = "application/zip"


def store_packed(job: Job, name: str) -> StoredFile:
    """Every file of every part, in their order; on the disk, because hundreds of papers do not fit the memory of a worker."""
    with tempfile.TemporaryFile() as target:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as whole:
            for file in part_files(job):
                with storage.open_stored(file.sha256) as content, zipfile.ZipFile(content) as part:
                    for entry in part.namelist():
                        whole.writestr(entry, part.read(entry))
        target.seek(0)
        return store(school_id=job.school_id, name=name, content_type=ZIP, content=target)
