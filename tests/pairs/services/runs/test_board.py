import pytest
from django.core.exceptions import PermissionDenied

from mentoring.common.refusal import Refusal
from pairs.enums import BoardStepKind, RunState
from pairs.queries.tables import open_table
from pairs.runs.alternatives import alternatives
from pairs.services.runs import drop_run, take_board_step, undo_board_step
from pairs.services.runs.board import StaleBoard, step_in_words


@pytest.fixture
def take(curator, run):
    """Call it with a kind, a mentee and a mentor: a step on the board as it is now."""

    def step(kind, mentee, mentor):
        taken = take_board_step(actor=curator, run=run, version=run.version, kind=kind, mentee=mentee, mentor=mentor)
        run.refresh_from_db()
        return taken

    return step


def pair(run, number=0) -> list[int]:
    return run.plan["pairs"][number][:2]


def test_a_move_does_what_its_price_said(run, take):
    mentee = pair(run)[0]
    one = alternatives(open_table(run), mentee)[0]
    before = {who: mentor for who, mentor, _points in run.plan["pairs"]}
    total = run.figures["total"]

    step = take(BoardStepKind.MOVE, mentee, one.mentor)

    after = {who: mentor for who, mentor, _points in run.plan["pairs"]}
    assert step.loss == one.loss == total - run.figures["total"]
    assert {shift.mentee: shift.becomes for shift in one.shifts} == {
        who: after.get(who) for who in before.keys() | after.keys() if before.get(who) != after.get(who)
    }


def test_moving_to_the_mentor_one_has_locks_the_pair(run, take):
    take(BoardStepKind.MOVE, *pair(run))

    assert run.locked == [pair(run)]


def test_a_locked_pair_stays_when_another_is_forbidden(run, take):
    kept, other = pair(run, 0), pair(run, 1)
    take(BoardStepKind.LOCK, *kept)
    take(BoardStepKind.FORBID, *other)

    assert kept in [row[:2] for row in run.plan["pairs"]]
    assert other not in [row[:2] for row in run.plan["pairs"]]


def test_forbidding_and_allowing_again_leads_back_to_the_same_worth(run, take):
    total, two = run.figures["total"], pair(run)
    take(BoardStepKind.FORBID, *two)
    take(BoardStepKind.ALLOW, *two)

    assert (run.figures["total"], run.forbidden) == (total, [])


def test_steps_are_taken_back_one_after_the_other(curator, run, take):
    first = run.plan
    take(BoardStepKind.FORBID, *pair(run))
    second = run.plan
    take(BoardStepKind.LOCK, *pair(run))

    undo_board_step(actor=curator, run=run, version=2)
    run.refresh_from_db()
    assert (run.plan, run.locked) == (second, [])

    undo_board_step(actor=curator, run=run, version=3)
    run.refresh_from_db()
    assert (run.plan, run.forbidden, run.undo_to) == (first, [], None)

    with pytest.raises(Refusal, match="Отменять нечего"):
        undo_board_step(actor=curator, run=run, version=4)


def test_a_step_after_taking_back_can_be_taken_back_too(curator, run, take):
    first = run.plan
    take(BoardStepKind.FORBID, *pair(run))
    undo_board_step(actor=curator, run=run, version=1)
    run.refresh_from_db()
    take(BoardStepKind.LOCK, *pair(run))

    undo_board_step(actor=curator, run=run, version=3)

    run.refresh_from_db()
    assert (run.plan, run.locked) == (first, [])


def test_an_old_board_is_refused_and_changes_nothing(curator, run, take):
    take(BoardStepKind.LOCK, *pair(run))

    with pytest.raises(StaleBoard):
        take_board_step(actor=curator, run=run, version=0, kind=BoardStepKind.FORBID, mentee=pair(run, 1)[0], mentor=pair(run, 1)[1])

    assert run.steps.count() == 1


def test_contradictions_are_sentences(run, take, crowd):
    (mentee, mentor), other = pair(run), next(one.pk for one in crowd[0] if one.pk != pair(run)[1])
    take(BoardStepKind.LOCK, mentee, mentor)
    with pytest.raises(Refusal, match="закреплена"):
        take(BoardStepKind.FORBID, mentee, mentor)
    with pytest.raises(Refusal, match="другой наставник"):
        take(BoardStepKind.LOCK, mentee, other)
    with pytest.raises(Refusal, match="нет в этом запуске"):
        take(BoardStepKind.LOCK, 0, mentor)
    assert run.steps.count() == 1


def test_a_mentor_whose_places_are_all_locked_takes_nobody_more(run, take, crowd):
    small = next(mentor for mentor in crowd[0] if mentor.capacity == 1)
    held = next(mentee for mentee, mentor, _points in run.plan["pairs"] if mentor == small.pk)
    take(BoardStepKind.LOCK, held, small.pk)
    somebody = next(mentee for mentee, mentor, _points in run.plan["pairs"] if mentor != small.pk)

    with pytest.raises(Refusal, match="закреплены"):
        take(BoardStepKind.MOVE, somebody, small.pk)


def test_a_forbidden_pair_is_not_moved_together(run, take):
    mentee, mentor = pair(run)
    take(BoardStepKind.FORBID, mentee, mentor)

    with pytest.raises(Refusal, match="запретили"):
        take(BoardStepKind.MOVE, mentee, mentor)


def test_a_run_that_was_set_aside_has_no_steps(curator, run, take):
    drop_run(actor=curator, run=run)
    drop_run(actor=curator, run=run)

    run.refresh_from_db()
    assert run.state == RunState.DROPPED
    with pytest.raises(Refusal, match="не черновик"):
        take(BoardStepKind.LOCK, *pair(run))


def test_only_who_forms_pairs_takes_steps(mentor_actor, run):
    with pytest.raises(PermissionDenied):
        take_board_step(actor=mentor_actor, run=run, version=0, kind=BoardStepKind.LOCK, mentee=pair(run)[0], mentor=pair(run)[1])


def test_the_step_is_told_with_what_it_cost(run, take):
    mentee = pair(run)[0]
    dearest = alternatives(open_table(run), mentee)[-1]

    words = step_in_words(take(BoardStepKind.MOVE, mentee, dearest.mentor))

    assert words.startswith("Перенос")
