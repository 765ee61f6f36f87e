"""Asking for long work."""

import logging
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _
from kombu.exceptions import KombuError

from jobs.enums import JobState
from jobs.models import Job
from mentoring.common.refusal import Refusal

logger = logging.getLogger(__name__)


def start(*, actor, kind: str, title: str, dedupe_key: str, **arguments) -> Job:
    """Write the job row in the caller's transaction; a worker hears of it after the commit.

    The same `dedupe_key` returns the row that is already there. `arguments` are JSON values: ids, no personal data.
    """
    job, created = Job.objects.get_or_create(
        dedupe_key=dedupe_key,
        defaults={"school_id": actor.school_id, "kind": kind, "title": title, "arguments": arguments, "created_by": actor},
    )
    if created:
        transaction.on_commit(partial(publish, job.pk))
    return job


@transaction.atomic
def retry(*, actor, job: Job) -> None:
    """Put a failed job of the actor's own back into the queue."""
    locked = Job.objects.visible_to(actor).select_for_update(of=("self",)).get(pk=job.pk)
    if locked.state != JobState.FAILED:
        raise Refusal(_("Only failed work can be repeated. Reload the page: this one is under way or ready."))
    locked.state, locked.attempts, locked.error = JobState.QUEUED, 0, ""
    locked.save(update_fields=["state", "attempts", "error"])
    transaction.on_commit(partial(publish, job.pk))


def publish(job_id: int) -> None:
    """Tell a worker. When the queue is down the row waits for the sweeper, so a failure is only logged."""
    from jobs.tasks import run_job  # noqa: PLC0415 - leaf: tasks stand above services

    try:
        run_job.delay(job_id=job_id)
    except (KombuError, OSError) as error:
        logger.warning("Job %s waits for the sweeper: %s", job_id, error)
