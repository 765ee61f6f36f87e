"""A scan comes in: kept whole first, then its pages are looked at by as many workers as there are."""

import datetime
from contextlib import contextmanager
from typing import BinaryIO

from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from jobs.models import Job
from jobs.services import Part, set_progress, start, start_in_parts, store
from mentoring.common import storage
from mentoring.common.refusal import Refusal
from mentoring.common.uploads import UnreadableScan, check_scan
from participants.models import ScanBatch
from participants.services.consents import check_day
from participants.services.rows import lock_school
from participants.services.scans.filing import take_page

LARGEST = 64 * 1024 * 1024  # bytes: two hundred pages in grey at 300 dpi
MOST_PAGES = 1_000
PAGES = 20  # in one part of the job


@transaction.atomic
def upload_scans(*, actor, file: BinaryIO, name: str, given_on: datetime.date) -> ScanBatch:
    """Keep the file and ask for its pages to be filed. `given_on` stands on the sheets; one with another date is recorded by hand."""
    actor.must(Permission.RECORD_CONSENTS)
    check_day(given_on)
    scan = check_scan(file, name, limit=LARGEST)
    lock_school(actor)
    stored = store(school_id=actor.school_id, name=name[-200:], content_type=scan.type, content=scan.content)
    there = ScanBatch.objects.filter(file__sha256=stored.sha256).first()
    if there is not None:
        raise Refusal(
            _("This very file was uploaded on %(day)s. Its pages are there already.") % {"day": date_format(localdate(there.uploaded_at))}
        )
    batch = ScanBatch.objects.create(school_id=actor.school_id, file=stored, given_on=given_on, uploaded_by=actor)
    batch.job = start(actor=actor, kind="scan", title=_title(batch), dedupe_key=f"scan:{batch.pk}", batch=batch.pk)
    batch.save(update_fields=["job"])
    record(actor, "scanbatch.uploaded", batch)
    return batch


def split_scan(job: Job) -> None:
    """Count the pages and give them to the workers. A second run finds the work asked for."""
    from mentoring.common.scanned import count_pages  # noqa: PLC0415 - slow import

    batch = ScanBatch.objects.select_related("file").get(pk=job.arguments["batch"])
    with _readable():
        count = count_pages(_content(batch), batch.file.content_type)
    if not 0 < count <= MOST_PAGES:
        raise Refusal(_("A file may have up to %(most)s pages. Split it and upload the parts.") % {"most": MOST_PAGES})
    firsts = range(1, count + 1, PAGES)
    parts = [Part(min(PAGES, count + 1 - first), {"batch": batch.pk, "first": first}) for first in firsts]
    with transaction.atomic():
        batch.job = start_in_parts(
            actor=job.created_by,
            kind="scan_filed",
            part_kind="scan_part",
            title=_title(batch),
            dedupe_key=f"scan_filed:{batch.pk}",
            parts=parts,
        )
        batch.save(update_fields=["job"])


def file_part(job: Job) -> None:
    """Look at the pages of the part and file them; what an earlier run has done stands."""
    from mentoring.common.scanned import read_pages  # noqa: PLC0415 - slow import

    batch = ScanBatch.objects.select_related("file").get(pk=job.arguments["batch"])
    numbers = range(job.arguments["first"], job.arguments["first"] + job.total)
    there = set(batch.pages.filter(number__in=numbers).values_list("number", flat=True))
    left = [number for number in numbers if number not in there]
    with _readable():
        for done, page in enumerate(read_pages(_content(batch), batch.file.content_type, left), start=len(there) + 1):
            take_page(actor=job.created_by, batch=batch, page=page)
            set_progress(job, done, job.total)


def _title(batch: ScanBatch) -> str:
    return (_("Scans: %(file)s") % {"file": batch.file.name})[:200]


def _content(batch: ScanBatch) -> bytes:
    with storage.open_stored(batch.file.sha256) as stored:
        return stored.read()


@contextmanager
def _readable():
    try:
        yield
    except UnreadableScan as fault:
        raise Refusal(_("The file is damaged. Scan the paper again and upload the new file.")) from fault
