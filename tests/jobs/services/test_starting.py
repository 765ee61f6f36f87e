import pytest
from django.core.exceptions import PermissionDenied
from kombu.exceptions import OperationalError

from accounts.permissions import Permission
from jobs.enums import JobState
from jobs.models import Job
from jobs.registry import REPEATERS
from jobs.services import may_repeat, repeat, run, start
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from tests.factories.accounts import MembershipFactory
from tests.factories.jobs import JobFactory


def ask(actor, key="order-1"):
    return start(actor=actor, kind="test_kind", title="Приказ", dedupe_key=key, order_id=1)


def test_start_writes_the_row_and_tells_a_worker_after_the_commit(curator, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        job = ask(curator)
        assert sent == []

    assert sent == [job.pk]
    assert (job.state, job.arguments) == (JobState.QUEUED, {"order_id": 1})


def test_the_same_key_is_one_job_that_is_sent_once(curator, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert ask(curator) == ask(curator)

    assert len(sent) == 1


def test_a_queue_that_is_down_is_only_logged(curator, monkeypatch, caplog, django_capture_on_commit_callbacks):
    def no_queue(**kwargs):
        raise OperationalError("queue is down")

    monkeypatch.setattr("jobs.tasks.run_job.delay", no_queue)

    with django_capture_on_commit_callbacks(execute=True):
        job = ask(curator)

    job.refresh_from_db()
    assert job.state == JobState.QUEUED
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_failed_work_can_be_repeated(curator, sent, django_capture_on_commit_callbacks):
    job = JobFactory(created_by=curator, state=JobState.FAILED, error="Нет людей.", attempts=5)

    with django_capture_on_commit_callbacks(execute=True):
        repeat(actor=curator, job=job)

    job.refresh_from_db()
    assert (job.state, job.error, job.attempts, sent) == (JobState.QUEUED, "", 0, [job.pk])


@pytest.mark.parametrize("state", [JobState.QUEUED, JobState.DONE])
def test_other_work_is_not_repeated(curator, sent, state):
    job = JobFactory(created_by=curator, state=state)

    with pytest.raises(Refusal):
        repeat(actor=curator, job=job)

    assert sent == []


def test_somebody_elses_work_is_not_repeated(curator, school):
    job = JobFactory(created_by=MembershipFactory(school=school), state=JobState.FAILED)

    with pytest.raises(PermissionDenied):
        repeat(actor=curator, job=job)


@pytest.mark.parametrize("permission, may", [(Permission.MANAGE_PAIRS, True), (Permission.SIGN_ORDERS, False)])
def test_work_of_the_school_is_repeated_by_those_whom_its_kind_names(curator, school, monkeypatch, permission, may):
    monkeypatch.setitem(REPEATERS, "test_kind", (permission,))
    job = JobFactory(created_by=MembershipFactory(school=school), state=JobState.FAILED)

    assert may_repeat(curator, job) is may


def test_work_that_another_repeats_runs_by_the_rights_of_the_other(curator, school, runner, monkeypatch):
    """Most often it has failed because the one who asked has left the school."""
    runner(lambda job: None)
    monkeypatch.setitem(REPEATERS, "test_kind", (Permission.MANAGE_PAIRS,))
    job = JobFactory(created_by=MembershipFactory(school=school, ended_on=today()))
    run(job.pk)
    assert Job.objects.get().state == JobState.FAILED

    repeat(actor=curator, job=job)
    run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.created_by) == (JobState.DONE, curator)
