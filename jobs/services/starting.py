"""Asking for long work."""

from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from jobs.enums import JobState
from jobs.models import Job
from jobs.services.parts import repeat_parts
from jobs.services.sending import publish, write_row
from mentoring.common.refusal import Refusal


def start(*, actor, kind: str, title: str, dedupe_key: str, **arguments) -> Job:
    """Write the job row in the caller's transaction; a worker hears of it after the commit.

    The same `dedupe_key` returns the row that is already there. `arguments` are JSON values: ids, no personal data.
    """
    job, created = write_row(actor=actor, kind=kind, title=title, dedupe_key=dedupe_key, arguments=arguments)
    if created:
        transaction.on_commit(partial(publish, job.pk))
    return job


@transaction.atomic
def retry(*, actor, job: Job) -> None:
    """Put a failed or stopped job of the actor's own back into the queue."""
    put_back(job=Job.objects.visible_to(actor).get(pk=job.pk))


@transaction.atomic
def put_back(*, job: Job) -> None:
    """The same for a caller that has asked who may; of a job of parts, the parts that are not done."""
    locked = Job.objects.select_for_update(of=("self",)).get(pk=job.pk)
    if not locked.is_repeatable:
        raise Refusal(_("Only failed work can be repeated. Reload the page: this one is under way or ready."))
    left = repeat_parts(locked)
    locked.state, locked.error, locked.finished_at = JobState.IN_PARTS if left else JobState.QUEUED, "", None
    locked.attempts, locked.done = 0, locked.done if locked.parts.exists() else 0
    locked.save(update_fields=["state", "attempts", "error", "finished_at", "done"])
    if not left:
        transaction.on_commit(partial(publish, job.pk))
