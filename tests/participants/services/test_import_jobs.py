"""Long tables are checked and written by a job: progress, cancelling, running twice."""

import datetime

import pytest
from django.utils import timezone

from jobs.models import Job
from jobs.services import run
from jobs.services.running import MAX_ATTEMPTS
from mentoring.common.refusal import Refusal
from participants.models import ImportBatch, Person
from participants.services import cancel_work, edit_person, receive_table, request_write, start_again
from participants.services.importing import checking, running
from tests.factories.participants import PersonFactory
from tests.factories.programmes import ProgrammeFactory

LONG = "ФИО\tКласс\n" + "".join(f"Ученик{letter} Вера Петровна\t7Б\n" for letter in "абвгдежз")


@pytest.fixture(autouse=True)
def _short_is_long(monkeypatch):
    monkeypatch.setattr(running, "LONG", 3)
    monkeypatch.setattr(checking, "TELL_EVERY", 2)


@pytest.fixture
def batch(school, curator):
    return receive_table(actor=curator, programme=ProgrammeFactory(school=school), base="mentees", text=LONG)


def fresh(batch):
    return ImportBatch.objects.select_related("job").get(pk=batch.pk)


def test_a_long_table_is_checked_and_written_by_jobs(batch, curator):
    assert (batch.state, batch.rows) == ("checking", [])
    run(batch.job.pk)
    assert (fresh(batch).state, fresh(batch).count("create")) == ("checked", 8)

    assert request_write(actor=curator, batch=batch) is None
    assert fresh(batch).state == "writing"
    run(fresh(batch).job.pk)

    assert (fresh(batch).state, fresh(batch).entered, Person.objects.count()) == ("written", 8, 8)
    assert fresh(batch).job.state == "done"


def test_a_job_that_runs_twice_writes_once(batch, curator):
    run(batch.job.pk)
    request_write(actor=curator, batch=batch)
    job = fresh(batch).job
    for _turn in range(2):
        Job.objects.filter(pk=job.pk).update(state="queued", lease_until=None)
        run(job.pk)

    assert Person.objects.count() == 8


def test_a_check_cancelled_before_it_starts_does_nothing(batch, curator):
    cancel_work(actor=curator, batch=batch)
    run(batch.job.pk)

    assert (fresh(batch).state, fresh(batch).rows) == ("columns", [])


def test_a_check_cancelled_on_the_way_stops(batch, curator, monkeypatch):
    told = []

    def progress(job, done, total):
        told.append((done, total))
        cancel_work(actor=curator, batch=batch)

    monkeypatch.setattr(running, "set_progress", progress)
    run(batch.job.pk)

    assert told == [(2, 8)]
    assert (fresh(batch).state, fresh(batch).rows) == ("columns", [])


def test_a_write_cancelled_in_the_queue_writes_nothing(batch, curator):
    run(batch.job.pk)
    request_write(actor=curator, batch=batch)
    cancel_work(actor=curator, batch=batch)
    run(fresh(batch).job.pk)

    assert (fresh(batch).state, Person.objects.count()) == ("checked", 0)


def test_a_write_that_the_bases_refuse_gives_the_table_back_with_the_reason(school, curator):
    programme = ProgrammeFactory(school=school)
    person = PersonFactory(school=school, surname="Ученика", name="Вера", patronymic="Петровна", class_name="6Б")
    batch = receive_table(actor=curator, programme=programme, base="mentees", text=LONG)
    run(batch.job.pk)
    request_write(actor=curator, batch=batch)
    edit_person(actor=curator, person=person, class_name="8А")
    run(fresh(batch).job.pk)

    assert (fresh(batch).state, fresh(batch).job.state) == ("checked", "failed")
    assert fresh(batch).job.error
    assert Person.objects.count() == 1


def test_what_is_finished_cannot_be_cancelled_and_what_runs_cannot_be_written(batch, curator):
    with pytest.raises(Refusal):
        request_write(actor=curator, batch=batch)
    run(batch.job.pk)
    with pytest.raises(Refusal):
        cancel_work(actor=curator, batch=batch)


def kill_each_time(batch):
    """As the sweeper leaves it: every worker that took the job was killed."""
    long_ago = timezone.now() - datetime.timedelta(hours=1)
    Job.objects.filter(pk=batch.job_id).update(state="running", lease_until=long_ago, attempts=MAX_ATTEMPTS)
    run(batch.job_id)


def test_work_whose_workers_were_all_killed_is_started_again_by_any_curator(batch, give_role):
    kill_each_time(batch)
    assert (fresh(batch).state, fresh(batch).has_stopped) == ("checking", True)

    start_again(actor=give_role("coordinator"), batch=batch)
    assert not fresh(batch).has_stopped
    run(fresh(batch).job.pk)

    assert (fresh(batch).state, fresh(batch).count("create")) == ("checked", 8)


def test_a_stopped_write_of_the_good_rows_is_started_again_as_it_was_asked_for(school, curator):
    text = f"{LONG}Без отчества и класса\t\n\t7Б\n"
    batch = receive_table(actor=curator, programme=ProgrammeFactory(school=school), base="mentees", text=text)
    run(batch.job.pk)
    request_write(actor=curator, batch=batch, only_good=True)
    kill_each_time(fresh(batch))
    start_again(actor=curator, batch=batch)
    run(fresh(batch).job.pk)

    assert fresh(batch).job.state == "done"
    assert fresh(batch).entered == Person.objects.count() > 0


def test_work_that_is_under_way_or_finished_is_not_started_again(batch, curator):
    with pytest.raises(Refusal):
        start_again(actor=curator, batch=batch)
    run(batch.job.pk)
    with pytest.raises(Refusal):
        start_again(actor=curator, batch=batch)
