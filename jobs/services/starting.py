"""Asking for long work."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from jobs.enums import JobState
from jobs.models import Job
from jobs.registry import REPEATERS
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
def repeat(*, actor, job: Job) -> None:
    """Put a failed or stopped job back into the queue; of a job of parts, the parts that are not done.

    Another's job becomes the actor's: it runs by the rights of who wants it now, for the one who asked may have left the school.
    """
    locked = Job.objects.select_for_update(of=("self",)).select_related("created_by").get(pk=job.pk)
    if not may_repeat(actor, locked):
        raise PermissionDenied
    if not locked.is_repeatable:
        raise Refusal(_("Only failed work can be repeated. Reload the page: this one is under way or ready."))
    left = repeat_parts(locked)
    locked.state, locked.error, locked.finished_at = JobState.IN_PARTS if left else JobState.QUEUED, "", None
    locked.attempts, locked.done = 0, locked.done if locked.parts.exists() else 0
    if locked.created_by.user_id != actor.user_id:
        locked.created_by = actor
    locked.save(update_fields=["state", "attempts", "error", "finished_at", "done", "created_by"])
    if not left:
        transaction.on_commit(partial(publish, job.pk))


def may_repeat(actor, job: Job) -> bool:
    """Who asked for it, and whoever its kind was registered for (`job_kind`)."""
    return job.created_by.user_id == actor.user_id or any(actor.may(permission) for permission in REPEATERS.get(job.kind, ()))
