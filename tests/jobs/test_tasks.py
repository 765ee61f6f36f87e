import datetime
import inspect

from django.conf import settings
from django.utils import timezone

from jobs.enums import JobState
from jobs.models import WorkerHeartbeat
from jobs.tasks import sweep
from mentoring.celery import app
from tests.factories.jobs import JobFactory

HOUR = datetime.timedelta(hours=1)


def test_the_sweeper_sends_again_what_no_worker_holds(curator, sent):
    waiting = JobFactory(created_by=curator)
    abandoned = JobFactory(created_by=curator, state=JobState.RUNNING, lease_until=timezone.now() - HOUR)
    JobFactory(created_by=curator, state=JobState.RUNNING, lease_until=timezone.now() + HOUR)
    JobFactory(created_by=curator, state=JobState.DONE)
    JobFactory(created_by=curator, state=JobState.FAILED)

    sweep()

    assert sent == [waiting.pk, abandoned.pk]


def test_the_sweeper_shows_that_a_worker_lives(db, sent):
    assert not WorkerHeartbeat.worker_is_alive()

    sweep()

    assert WorkerHeartbeat.worker_is_alive()


def test_a_silent_worker_is_not_alive(db):
    WorkerHeartbeat.objects.create(pk=1, seen_at=timezone.now() - HOUR)

    assert not WorkerHeartbeat.worker_is_alive()


def test_every_task_of_the_timetable_exists_and_takes_its_arguments():
    app.loader.import_default_modules()
    for entry in settings.CELERY_BEAT_SCHEDULE.values():
        inspect.signature(app.tasks[entry["task"]].run).bind(*entry.get("args", ()), **entry.get("kwargs", {}))
