import datetime
import inspect

import pytest
from django.conf import settings
from django.utils import timezone

from jobs.enums import JobState
from jobs.models import WorkerHeartbeat
from jobs.services.sending import messages_waiting, publish
from jobs.tasks import sweep
from mentoring.celery import app
from tests.factories.jobs import JobFactory

HOUR = datetime.timedelta(hours=1)


def test_the_sweeper_sends_again_what_no_worker_holds(curator, empty_queue, sent):
    waiting = JobFactory(created_by=curator)
    abandoned = JobFactory(created_by=curator, state=JobState.RUNNING, lease_until=timezone.now() - HOUR)
    JobFactory(created_by=curator, state=JobState.RUNNING, lease_until=timezone.now() + HOUR)
    JobFactory(created_by=curator, state=JobState.DONE)
    JobFactory(created_by=curator, state=JobState.FAILED)

    sweep()

    assert sent == [abandoned.pk, waiting.pk]


@pytest.fixture
def waiting_jobs(curator, empty_queue):
    jobs = [JobFactory(created_by=curator) for _number in range(5)]
    for job in jobs:
        publish(job.pk)
    return jobs


def test_a_long_queue_does_not_grow_by_being_swept(waiting_jobs):
    for _minute in range(6):
        sweep()

    assert messages_waiting() == len(waiting_jobs)


def test_messages_that_were_lost_are_sent_again_once(waiting_jobs, empty_queue):
    empty_queue.queue_purge("celery")

    sweep()
    sweep()

    assert messages_waiting() == len(waiting_jobs)


def test_the_sweep_and_a_dead_workers_job_overtake_the_queue(curator, waiting_jobs, empty_queue):
    abandoned = JobFactory(created_by=curator, state=JobState.RUNNING, lease_until=timezone.now() - HOUR)
    sweep()
    sweep.delay()

    taken = [empty_queue.basic_get("celery", no_ack=True) for _number in range(3)]

    told = [(message.headers["task"].rpartition(".")[2], message.payload[1].get("job_id")) for message in taken]
    assert told == [("sweep", None), ("run_job", abandoned.pk), ("run_job", waiting_jobs[0].pk)]


def test_the_sweeper_shows_that_a_worker_lives(db, sent):
    assert not WorkerHeartbeat.worker_is_alive()

    sweep()

    assert WorkerHeartbeat.worker_is_alive()


def test_a_silent_worker_is_not_alive(db):
    WorkerHeartbeat.objects.create(pk=1, seen_at=timezone.now() - HOUR)

    assert not WorkerHeartbeat.worker_is_alive()


def test_workers_that_are_all_busy_are_alive(curator):
    JobFactory(created_by=curator, state=JobState.RUNNING, lease_until=timezone.now() + HOUR)
    WorkerHeartbeat.objects.create(pk=1, seen_at=timezone.now() - HOUR)

    assert WorkerHeartbeat.worker_is_alive()


def test_every_task_of_the_timetable_exists_and_takes_its_arguments():
    app.loader.import_default_modules()
    for entry in settings.CELERY_BEAT_SCHEDULE.values():
        inspect.signature(app.tasks[entry["task"]].run).bind(*entry.get("args", ()), **entry.get("kwargs", {}))
