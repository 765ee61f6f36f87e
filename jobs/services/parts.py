"""Work of many parts: any number of workers run the parts, the last step joins what they made.

Two kinds are registered in an app's `tasks` module:

    @job_kind("letters_part")           # runs a part: its `arguments`; returns a StoredFile or None
    @job_kind("letters")                # joins: runs once when every part is done; `part_files(job)` in order, returns the StoredFile

and `start_in_parts(...)` asks for them in the caller's transaction. Both may run twice, as every kind.
The page, progress, cancelling and repeating are those of the whole job. A part whose worker was killed is sent again by the sweeper;
a part that fails stops the parts that still wait, and *repeat* runs only what is not done: finished parts keep their files.
Choose parts that take a worker a minute at most (a task's soft limit: `CELERY_TASK_SOFT_TIME_LIMIT`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jobs.enums import REPEATABLE, JobState
from jobs.models import Job, StoredFile
from jobs.services.sending import publish, write_row
from mentoring.common.refusal import Refusal


@dataclass(frozen=True)
class Part:
    """`size` in units of progress (papers, people), at least 1; `arguments` are JSON values: ids, no personal data."""

    size: int
    arguments: dict


@transaction.atomic
def start_in_parts(*, actor, kind: str, part_kind: str, title: str, dedupe_key: str, parts: Sequence[Part], **arguments) -> Job:
    """Write the job and its `parts` (one at least) in the caller's transaction; workers hear of them after the commit.

    The same `dedupe_key` returns the job that is already there. `arguments` are for the joining step.
    """
    words = {"actor": actor, "title": title}
    size = sum(part.size for part in parts)
    job, created = write_row(**words, kind=kind, dedupe_key=dedupe_key, arguments=arguments, state=JobState.IN_PARTS, total=size)
    if created:
        add_parts(job, part_kind, parts)
    return job


def add_parts(job: Job, part_kind: str, parts: Sequence[Part]) -> None:
    rows = [
        Job(
            school_id=job.school_id,
            kind=part_kind,
            title=job.title,
            arguments=part.arguments,
            dedupe_key=f"part:{job.pk}:{place}",
            total=part.size,
            created_by_id=job.created_by_id,
            whole=job,
            place=place,
        )
        for place, part in enumerate(parts, start=1)
    ]
    if not rows:
        message = "A job of parts needs one part at least."
        raise ValueError(message)
    _send(row.pk for row in Job.objects.bulk_create(rows))


def part_files(job: Job) -> list[StoredFile]:
    """What the parts of the job made, in their order. A part that had nothing to make is skipped."""
    return [part.file for part in job.parts.filter(file__isnull=False).order_by("place").select_related("file")]


def part_finished(whole_id: int, *, state: JobState, error: str) -> None:
    """Move the whole, whose row the caller holds: the last part sends it to be joined, a failed one fails it."""
    whole = Job.objects.filter(pk=whole_id, state=JobState.IN_PARTS)
    if state == JobState.FAILED:
        whole.update(state=JobState.FAILED, error=error, finished_at=timezone.now())
        _stop_parts(whole_id, JobState.QUEUED)
    elif not Job.objects.filter(whole=whole_id).exclude(state=JobState.DONE).exists() and whole.update(state=JobState.QUEUED):
        _send([whole_id])


@transaction.atomic
def cancel(*, actor, job: Job) -> None:
    """Stop a job of the actor's own while its parts run. What is done stays, *repeat* goes on from there."""
    locked = Job.objects.visible_to(actor).select_for_update(of=("self",)).get(pk=job.pk)
    if locked.state != JobState.IN_PARTS:
        raise Refusal(_("There is nothing to stop any more. Reload the page to see what became of this work."))
    locked.state, locked.finished_at = JobState.CANCELLED, timezone.now()
    locked.save(update_fields=["state", "finished_at"])
    _stop_parts(locked.pk, JobState.QUEUED, JobState.RUNNING)


def repeat_parts(job: Job) -> int:
    """Queue the parts that failed or were stopped; returns how many are not done."""
    again = Job.objects.filter(whole=job, state__in=REPEATABLE)
    keys = list(again.values_list("pk", flat=True))
    again.filter(state=JobState.FAILED).update(attempts=0)  # a stopped run may still be at work: its number is not given again
    again.update(state=JobState.QUEUED, error="", finished_at=None)
    _send(keys)
    return Job.objects.filter(whole=job).exclude(state=JobState.DONE).count()


def _stop_parts(whole_id: int, *states: JobState) -> None:
    Job.objects.filter(whole=whole_id, state__in=states).update(state=JobState.CANCELLED, lease_until=None, finished_at=timezone.now())


def _send(keys) -> None:
    for key in keys:
        transaction.on_commit(partial(publish, key))
