import datetime

import pytest
from django.utils import timezone

from accounts.enums import Role
from accounts.permissions import Permission
from jobs.enums import JobState
from jobs.models import Job
from jobs.services import run, set_progress, store
from jobs.services.running import MAX_ATTEMPTS
from mentoring.common import clock
from mentoring.common.papers.printer import print_pdf
from mentoring.common.refusal import Refusal
from tests.factories.jobs import JobFactory

HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def job(curator):
    return JobFactory(created_by=curator)


def state_of(job) -> str:
    job.refresh_from_db()
    return job.state


def test_a_job_delivered_three_times_runs_once(job, runner):
    runs = []
    runner(runs.append)

    for _delivery in range(3):
        run(job.pk)

    assert [done.pk for done in runs] == [job.pk]
    assert state_of(job) == JobState.DONE
    assert job.finished_at is not None


def test_the_file_of_the_runner_is_kept(job, runner):
    runner(lambda job: store(school_id=job.school_id, name="a.txt", content_type="text/plain", content=b"42"))

    run(job.pk)

    assert state_of(job) == JobState.DONE
    assert job.file.name == "a.txt"


def test_the_day_of_a_job_is_that_of_its_school(job, runner):
    """At eight in the evening in Moscow it is the next day in Vladivostok."""
    job.school.time_zone = "Asia/Vladivostok"
    job.school.save(update_fields=["time_zone"])
    days = []
    runner(lambda job: days.append((clock.today(), timezone.get_current_timezone_name())))

    with timezone.override("Europe/Moscow"), clock.pretend(datetime.date(2026, 12, 31), hour=20):
        run(job.pk)
        here = clock.today()

    assert days == [(datetime.date(2027, 1, 1), "Asia/Vladivostok")]
    assert here == datetime.date(2026, 12, 31)


def test_a_paper_that_is_too_large_ends_its_job_at_once_and_the_worker_goes_on(curator, job, runner):
    sizes = iter([10_000, 1])
    runner(
        lambda job: (
            print_pdf(f'<html lang="ru"><head><title>x</title></head><body>{"<p>Имя</p>" * 10 * next(sizes)}</body></html>') and None
        )
    )
    other = JobFactory(created_by=curator)

    run(job.pk)
    run(other.pk)

    assert state_of(job) == JobState.FAILED
    assert job.attempts == 1
    assert "слишком велика" in job.error
    assert state_of(other) == JobState.DONE


def test_a_leased_job_is_left_alone(curator, runner):
    runner(lambda job: pytest.fail("somebody else holds the lease"))
    job = JobFactory(created_by=curator, state=JobState.RUNNING, lease_until=timezone.now() + HOUR)

    run(job.pk)

    assert state_of(job) == JobState.RUNNING


def test_a_job_of_a_dead_worker_is_taken_over(curator, runner):
    runner(lambda job: None)
    job = JobFactory(created_by=curator, state=JobState.RUNNING, lease_until=timezone.now() - HOUR, attempts=1)

    run(job.pk)

    assert state_of(job) == JobState.DONE
    assert job.attempts == 2


def test_a_worker_that_slept_past_its_lease_changes_nothing(job, runner):
    def overtaken(job):
        Job.objects.filter(pk=job.pk).update(attempts=job.attempts + 1)  # another worker took the job meanwhile

    runner(overtaken)

    run(job.pk)

    assert state_of(job) == JobState.RUNNING


def test_a_refusal_is_said_at_once(job, runner):
    def refuse(job):
        raise Refusal("В программе нет наставников. Добавьте людей и повторите.")

    runner(refuse)

    run(job.pk)

    assert state_of(job) == JobState.FAILED
    assert job.error == "В программе нет наставников. Добавьте людей и повторите."


def test_a_right_that_was_lost_meanwhile_is_told_at_once(job, runner, caplog):
    runner(lambda job: job.created_by.must(Permission.PREPARE_ORDERS))
    job.created_by.role = Role.OBSERVER
    job.created_by.save()

    run(job.pk)

    assert (state_of(job), job.attempts) == (JobState.FAILED, 1)
    assert job.error == "У вас больше нет права на эту работу, поэтому она не сделана."
    assert caplog.records == []


def test_a_fault_is_tried_again_and_then_told(job, runner, caplog):
    def break_down(job):
        raise ValueError("нет места на диске")

    runner(break_down)

    for _attempt in range(MAX_ATTEMPTS - 1):
        run(job.pk)
        assert state_of(job) == JobState.QUEUED
    run(job.pk)

    assert state_of(job) == JobState.FAILED
    assert "нет места на диске" in job.error
    assert len(caplog.records) == MAX_ATTEMPTS


def test_a_job_whose_worker_is_killed_each_time_ends_with_a_sentence(curator, runner):
    runner(lambda job: pytest.fail("it has killed its worker often enough"))
    job = JobFactory(created_by=curator, state=JobState.RUNNING, lease_until=timezone.now() - HOUR, attempts=MAX_ATTEMPTS)

    run(job.pk)

    assert state_of(job) == JobState.FAILED
    assert job.error == "Работа прервалась 5 раз и больше не повторяется. Запустите её ещё раз с меньшим объёмом данных."


def test_a_person_who_left_gets_nothing(job, runner):
    runner(lambda job: pytest.fail("nothing may run for somebody who left"))
    job.created_by.ended_on = timezone.localdate()
    job.created_by.save()

    run(job.pk)

    assert state_of(job) == JobState.FAILED


def test_progress_is_seen_while_the_job_runs(job, runner):
    seen = []

    def work(job):
        set_progress(job, 3, 4)
        seen.append(Job.objects.get(pk=job.pk).percent)

    runner(work)

    run(job.pk)

    assert seen == [75]
    assert (state_of(job), job.percent) == (JobState.DONE, 100)
