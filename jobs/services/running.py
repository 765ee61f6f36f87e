"""Running a job once, however often it is delivered."""

import logging
import zoneinfo

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Greatest
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_scopes import scope, scopes_disabled

from jobs.enums import JobState
from jobs.models import Job
from jobs.registry import RUNNERS
from jobs.services.lease import kept_alive, lease_end, own
from jobs.services.parts import part_finished
from mentoring.common.refusal import Refusal

MAX_ATTEMPTS = 5

logger = logging.getLogger(__name__)


class Stopped(Exception):
    """The person stopped the job while it ran."""


def run(job_id: int) -> None:
    """Take the lease of the job and run it as a page of its school would; do nothing when somebody else holds it or it is finished."""
    job = _take_lease(job_id)
    if job is None:
        return
    with scope(school=job.school), timezone.override(zoneinfo.ZoneInfo(job.school.time_zone)), translation.override("ru"):
        try:
            _run_leased(job)
        except Stopped:
            logger.info("Job %s was stopped", job.pk)
        except Refusal as refusal:
            _finish(job, state=JobState.FAILED, error=refusal.sentence)
        except PermissionDenied:  # the right was lost after the asking; another run would hear the same
            _finish(job, state=JobState.FAILED, error=_("You no longer have the right to this work, so it was not done."))
        except Exception as error:
            logger.exception("Job %s failed", job.pk)
            _fail_or_requeue(job, error)


def _take_lease(job_id: int) -> Job | None:
    now = timezone.now()
    free = Q(state=JobState.QUEUED) | Q(state=JobState.RUNNING, lease_until__lt=now)
    with scopes_disabled():
        taken = Job.objects.filter(free, pk=job_id).update(state=JobState.RUNNING, lease_until=lease_end(), attempts=F("attempts") + 1)
        return Job.objects.select_related("school", "created_by__user", "created_by__school").get(pk=job_id) if taken else None


def _run_leased(job: Job) -> None:
    if not job.created_by.user.is_active or job.created_by.ended_on:
        raise Refusal(_("The person who asked for this no longer works with the school's data."))
    if job.attempts > MAX_ATTEMPTS:  # no exception was left behind: the process itself was killed each time
        raise Refusal(
            _("The work was cut off %(times)s times and is not tried again. Start it once more with less data.") % {"times": MAX_ATTEMPTS}
        )
    with kept_alive(job):
        file = RUNNERS[job.kind](job)
    _finish(job, state=JobState.DONE, file=file)


def _fail_or_requeue(job: Job, error: Exception) -> None:
    if job.attempts >= MAX_ATTEMPTS:
        sentence = _(
            "It did not work out after several attempts. Repeat it; if it fails again, pass this on to whoever keeps Tandem: %(error)s"
        )
        _finish(job, state=JobState.FAILED, error=sentence % {"error": error})
    else:
        own(job).update(state=JobState.QUEUED, lease_until=None)


@transaction.atomic
def _finish(job: Job, *, state: JobState, file=None, error: str = "") -> None:
    if job.whole_id:
        _lock_whole(job)
    ended = {"state": state, "file": file, "error": error, "lease_until": None, "finished_at": timezone.now()}
    done = F("total") if state == JobState.DONE else F("done")
    if own(job).update(**ended, done=done) and job.whole_id:
        _tell_whole(job)
        part_finished(job.whole_id, state=state, error=error)


def _lock_whole(part: Job) -> None:
    """Two last parts end one after the other, so that the second sees the first."""
    Job.objects.select_for_update(of=("self",)).get(pk=part.whole_id)


def set_progress(job: Job, done: int, total: int) -> None:
    """Tell the page how far the job is, and keep the lease alive. Ends the run when the person has stopped the job.

    A run that begins anew after a killed one does not set the progress back: it stands until the new run has come as far.
    """
    if own(job).update(done=Greatest(F("done"), done), total=total, lease_until=lease_end()):
        if job.whole_id:
            _tell_whole(job)
    elif Job.objects.filter(pk=job.pk, state=JobState.CANCELLED).exists():
        raise Stopped


def add_note(job: Job, note: str) -> None:
    """Say on the page what the person should know of the finished work."""
    own(job).update(note=note)


def _tell_whole(part: Job) -> None:
    """The whole is as far as its parts are together."""
    parts = Job.objects.filter(whole=OuterRef("pk")).order_by().values("whole")
    sums = {name: Subquery(parts.annotate(sum=Sum(name)).values("sum")) for name in ("done", "total")}
    Job.objects.filter(pk=part.whole_id).update(**sums)
