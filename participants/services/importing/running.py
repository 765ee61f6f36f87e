"""Short tables are checked and written at once, long ones by a job that can be cancelled."""

from typing import BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from jobs.models import Job
from jobs.services import set_progress, start
from mentoring.common.refusal import Refusal
from participants.enums import ImportState
from participants.models import ImportBatch
from participants.services.importing.checking import judge_rows, keep_verdicts
from participants.services.importing.mapping import is_clear, require_mapping
from participants.services.importing.source import take_paste, take_upload
from participants.services.importing.writing import take, write_import

LONG = 1_000  # rows
BEFORE = {ImportState.CHECKING: ImportState.COLUMNS, ImportState.WRITING: ImportState.CHECKED}


class Cancelled(Exception):
    """The person who waited does not want the result any more."""


@transaction.atomic
def receive_table(*, actor, programme, base: str, file: BinaryIO | None = None, file_name: str = "", text: str = "") -> ImportBatch:
    """Keep a file or what was pasted; its rows are checked at once when nobody has to say what a column means."""
    if file is not None:
        batch = take_upload(actor=actor, programme=programme, base=base, file=file, file_name=file_name)
    else:
        batch = take_paste(actor=actor, programme=programme, base=base, text=text)
    return request_check(actor=actor, batch=batch) if is_clear(batch) else batch


@transaction.atomic
def request_check(*, actor, batch: ImportBatch) -> ImportBatch:
    """Check the rows now, or ask for it when they are many."""
    actor.must(Permission.MANAGE_PEOPLE)
    locked = take(batch, ImportState.COLUMNS, ImportState.CHECKED)
    require_mapping(locked, locked.mapping)
    if len(locked.source["rows"]) <= LONG:
        judge_rows(locked)
        keep_verdicts(actor, locked)
    else:
        _hand_over(actor, locked, ImportState.CHECKING, "import_check", _("Check of “%(file)s”") % {"file": locked.file_name})
    return locked


@transaction.atomic
def request_write(*, actor, batch: ImportBatch, only_good: bool = False) -> int | None:
    """Write the rows now and return how many people were entered; None when a job will do it."""
    actor.must(Permission.MANAGE_PEOPLE)
    locked = take(batch, ImportState.CHECKED)
    if len(locked.rows) <= LONG:
        return write_import(actor=actor, batch=locked, only_good=only_good)
    title = _("Import of “%(file)s”") % {"file": locked.file_name}
    _hand_over(actor, locked, ImportState.WRITING, "import_write", title, only_good=only_good)
    return None


@transaction.atomic
def cancel_work(*, actor, batch: ImportBatch) -> None:
    """Stop a check or a write that a job has not finished; the table stays."""
    actor.must(Permission.MANAGE_PEOPLE)
    locked = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if locked.state not in BEFORE:
        raise Refusal(_("There is nothing to cancel: the work is finished. Reload the page."))
    locked.state = BEFORE[locked.state]
    locked.save(update_fields=["state"])


@transaction.atomic
def start_again(*, actor, batch: ImportBatch) -> None:
    """Ask anew for work whose job ended without an end of it; whoever keeps the bases may, not the first asker alone."""
    actor.must(Permission.MANAGE_PEOPLE)
    locked = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if not locked.has_stopped:
        raise Refusal(_("This work is under way or finished. Reload the page to see it."))
    arguments = {name: value for name, value in locked.job.arguments.items() if name != "batch_id"}
    _hand_over(actor, locked, locked.state, locked.job.kind, locked.job.title, **arguments)


def check_in_job(job: Job) -> None:
    """Do nothing when the check was cancelled or is done."""
    batch = _batch_of(job, ImportState.CHECKING)
    if batch is None:
        return
    total = len(batch.source["rows"])

    def tell(done: int) -> None:
        set_progress(job, done, total)
        if not _is_wanted(job, ImportState.CHECKING):
            raise Cancelled

    try:
        judge_rows(batch, tell)
        with transaction.atomic():
            if take(batch, ImportState.CHECKING).job_id == job.pk:
                keep_verdicts(job.created_by, batch)
    except Cancelled:
        return
    except Refusal:
        _give_back(job, ImportState.CHECKING)
        raise


def write_in_job(job: Job) -> None:
    batch = _batch_of(job, ImportState.WRITING)
    if batch is None:
        return
    set_progress(job, 0, len(batch.rows))
    try:
        write_import(actor=job.created_by, batch=batch, only_good=job.arguments["only_good"])
    except Refusal:
        _give_back(job, ImportState.WRITING)
        raise


def _hand_over(actor, batch: ImportBatch, state: str, kind: str, title: str, **arguments) -> None:
    batch.revision += 1
    key = f"{kind}:{batch.pk}:{batch.revision}"
    batch.job = start(actor=actor, kind=kind, title=title[:200], dedupe_key=key, batch_id=batch.pk, **arguments)
    batch.state = state
    batch.save(update_fields=["state", "revision", "job"])


def _wanted(job: Job, state: str):
    return ImportBatch.objects.filter(pk=job.arguments["batch_id"], state=state, job=job)


def _is_wanted(job: Job, state: str) -> bool:
    return _wanted(job, state).exists()


def _batch_of(job: Job, state: str) -> ImportBatch | None:
    return _wanted(job, state).select_related("programme").first()


def _give_back(job: Job, state: str) -> None:
    _wanted(job, state).update(state=BEFORE[state])
