import pytest

from accounts.models import AuditEvent
from jobs.enums import JobState
from jobs.models import Job
from jobs.services import run as run_job
from mentoring.common.refusal import Refusal
from pairs.enums import RunState
from pairs.models import MatchingRun
from pairs.queries.tables import open_table
from pairs.runs.snapshot import Snapshot, digest_of
from pairs.services.runs import count_run, drop_run, recount_run, start_runs, starting, take_board_step


def start(curator, programme, **choice):
    return start_runs(actor=curator, programme=programme, **({"weightings": ["programme"], "orders": ["total"]} | choice))


def test_a_run_is_kept_with_what_it_was_counted_from(run, crowd, curator):
    mentors, mentees = crowd

    assert run.state == RunState.DRAFT
    assert run.inputs["mentees"] == sorted(mentee.pk for mentee in mentees)
    assert dict(run.inputs["mentors"]) == {mentor.pk: mentor.capacity for mentor in mentors}
    assert run.figures["matched"] == 4
    assert AuditEvent.objects.filter(name="matching.started", subject_id=run.pk).exists()


def test_the_inputs_hold_no_names(run, crowd):
    people = [record.person for side in crowd for record in side]

    text = str(run.inputs)

    assert not [person for person in people if person.surname in text or person.name in text]


def test_counting_the_kept_inputs_again_gives_the_same_pairs_and_the_same_hash(run):
    table = open_table(run).changed(snapshot=Snapshot(run.inputs), plan=None).counted()

    assert digest_of(table.inputs_hash, table.plan.hash) == run.first_hash


def test_counting_the_same_bases_again_gives_the_same_hash(run, curator):
    assert recount_run(actor=curator, run=run).first_hash == run.first_hash


def test_counting_twice_is_once(run):
    before = MatchingRun.objects.values().get(pk=run.pk)

    count_run(run)

    assert MatchingRun.objects.values().get(pk=run.pk) == before


def test_counting_again_keeps_locks_whose_people_are_still_there(run, crowd, curator):
    (mentee, mentor, _points), (gone, other, _points) = run.plan["pairs"][:2]
    take_board_step(actor=curator, run=run, version=0, kind="lock", mentee=mentee, mentor=mentor)
    take_board_step(actor=curator, run=run, version=1, kind="lock", mentee=gone, mentor=other)
    record = next(record for record in crowd[1] if record.pk == gone)
    record.left_on = record.entered_on
    record.save()
    run.refresh_from_db()

    again = recount_run(actor=curator, run=run)

    assert again.locked == [[mentee, mentor]]
    assert gone not in again.inputs["mentees"]


@pytest.mark.parametrize("choice", [{"weightings": []}, {"orders": []}, {"weightings": ["programme"] * 3, "orders": ["total"] * 3}])
def test_a_choice_that_makes_no_or_too_many_runs_is_refused(curator, programme, crowd, choice):
    with pytest.raises(Refusal):
        start(curator, programme, **choice)


def test_nobody_to_match_is_refused(curator, programme, mentor):
    with pytest.raises(Refusal, match="никто не ждёт"):
        start(curator, programme)


def test_a_large_base_is_counted_by_a_job_that_may_run_twice(curator, programme, crowd, monkeypatch):
    monkeypatch.setattr(starting, "AT_ONCE", 1)
    [run] = start(curator, programme)
    assert (run.state, run.plan) == (RunState.COUNTING, {})

    run_job(run.job_id)
    Job.objects.filter(pk=run.job_id).update(state=JobState.QUEUED)
    run_job(run.job_id)

    run.refresh_from_db()
    assert (run.state, run.figures["matched"]) == (RunState.DRAFT, 4)


def test_a_run_that_was_set_aside_while_it_waited_is_not_counted(curator, programme, crowd, monkeypatch):
    monkeypatch.setattr(starting, "AT_ONCE", 1)
    [run] = start(curator, programme)
    drop_run(actor=curator, run=run)

    run_job(run.job_id)

    run.refresh_from_db()
    assert (run.state, run.plan) == (RunState.DROPPED, {})
