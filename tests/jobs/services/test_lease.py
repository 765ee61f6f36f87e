"""A worker that is busy for long keeps its job; a dead one loses it soon."""

import datetime
import threading

import pytest
from django.db import connections
from django.utils import timezone
from django_scopes import scope

from jobs.enums import JobState
from jobs.models import Job
from jobs.registry import RUNNERS
from jobs.services import lease, run
from mentoring.settings.queues import COMMON
from tests.factories.accounts import MembershipFactory
from tests.factories.jobs import JobFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

SWEEP = datetime.timedelta(seconds=COMMON["CELERY_BEAT_SCHEDULE"]["sweep"]["schedule"])


@pytest.fixture
def job():
    actor = MembershipFactory()
    with scope(school=actor.school):
        yield JobFactory(created_by=actor)


def test_a_job_that_takes_longer_than_its_lease_is_not_given_to_another(job, monkeypatch):
    monkeypatch.setattr(lease, "BEAT", 0.01)
    longer = threading.Event()
    renewed = []

    def work(job):
        first = Job.objects.get(pk=job.pk).lease_until
        while (now := Job.objects.get(pk=job.pk).lease_until) == first:
            longer.wait(0.01)
        renewed.append(now - first)

    monkeypatch.setitem(RUNNERS, "test_kind", work)
    run(job.pk)

    assert renewed[0] > datetime.timedelta(0)
    assert Job.objects.get(pk=job.pk).state == JobState.DONE
    assert not [one for one in threading.enumerate() if one.name.startswith("lease")]
    connections.close_all()


def test_a_dead_workers_job_is_taken_over_within_a_minute():
    assert datetime.timedelta(seconds=60) > lease.LEASE + 2 * SWEEP
    assert lease.LEASE.total_seconds() > lease.BEAT * 3


def test_a_beat_of_an_overtaken_run_changes_nothing(job):
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, attempts=2, lease_until=timezone.now())
    job.attempts = 1

    assert lease.own(job).update(lease_until=lease.lease_end()) == 0
