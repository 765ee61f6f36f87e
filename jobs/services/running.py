"""Running a job once, however often it is delivered."""

import datetime
import logging

from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_scopes import scope, scopes_disabled

from jobs.enums import JobState
from jobs.models import Job
from jobs.registry import RUNNERS
from mentoring.common.refusal import Refusal

LEASE = datetime.timedelta(seconds=330)  # longer than a task's hard time limit
MAX_ATTEMPTS = 5

logger = logging.getLogger(__name__)


def run(job_id: int) -> None:
    """Take the lease of the job and run it; do nothing when somebody else holds it or it is finished."""
    job = _take_lease(job_id)
    if job is None:
        return
    with scope(school=job.school), translation.override("ru"):
        try:
            _run_leased(job)
        except Refusal as refusal:
            _finish(job, state=JobState.FAILED, error=refusal.sentence)
        except Exception as error:
            logger.exception("Job %s failed", job.pk)
            _fail_or_requeue(job, error)


def _take_lease(job_id: int) -> Job | None:
    now = timezone.now()
    free = Q(state=JobState.QUEUED) | Q(state=JobState.RUNNING, lease_until__lt=now)
    with scopes_disabled():
        taken = Job.objects.filter(free, pk=job_id).update(
            state=JobState.RUNNING, lease_until=now + LEASE, attempts=F("attempts") + 1, done=0
        )
        return Job.objects.select_related("school", "created_by__user", "created_by__school").get(pk=job_id) if taken else None


def _run_leased(job: Job) -> None:
    if not job.created_by.user.is_active or job.created_by.ended_on:
        raise Refusal(_("The person who asked for this no longer works with the school's data."))
    file = RUNNERS[job.kind](job)
    _finish(job, state=JobState.DONE, file=file)


def _fail_or_requeue(job: Job, error: Exception) -> None:
    if job.attempts >= MAX_ATTEMPTS:
        _finish(job, state=JobState.FAILED, error=_("It did not work out after several attempts: %(error)s") % {"error": error})
    else:
        _own(job).update(state=JobState.QUEUED, lease_until=None)


def _finish(job: Job, *, state: JobState, file=None, error: str = "") -> None:
    _own(job).update(state=state, file=file, error=error, lease_until=None, finished_at=timezone.now(), done=F("total"))


def _own(job: Job):
    """The row while this run still holds it: a worker that slept past its lease changes nothing."""
    return Job.objects.filter(pk=job.pk, state=JobState.RUNNING, attempts=job.attempts)


def set_progress(job: Job, done: int, total: int) -> None:
    """Tell the page how far the job is, and keep the lease alive."""
    _own(job).update(done=done, total=total, lease_until=timezone.now() + LEASE)
