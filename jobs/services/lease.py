"""Holding a job while it runs: the lease of a dead worker ends within seconds, that of a busy one is kept alive."""

import contextlib
import datetime
import threading
from collections.abc import Iterator

from django.db import DatabaseError, connection
from django.utils import timezone
from django_scopes import scope

from jobs.enums import JobState
from jobs.models import Job

LEASE = datetime.timedelta(seconds=30)
BEAT = 8.0  # seconds; three may be missed


def own(job: Job):
    """The row while this run still holds it: a worker that slept past its lease changes nothing."""
    return Job.objects.filter(pk=job.pk, state=JobState.RUNNING, attempts=job.attempts)


def lease_end() -> datetime.datetime:
    return timezone.now() + LEASE


@contextlib.contextmanager
def kept_alive(job: Job) -> Iterator[None]:
    """A thread beats for the job as long as the block runs; it dies with its process, and so does the lease."""
    ended = threading.Event()
    heart = threading.Thread(target=_beat, args=(job, ended), daemon=True, name=f"lease of job {job.pk}")
    heart.start()
    try:
        yield
    finally:
        ended.set()
        heart.join()


def _beat(job: Job, ended: threading.Event) -> None:
    try:
        while not ended.wait(BEAT):
            with contextlib.suppress(DatabaseError), scope(school=job.school):  # the next beat tries again
                own(job).update(lease_until=lease_end())
    finally:
        connection.close()
