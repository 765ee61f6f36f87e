import datetime

import pytest
from django.core.exceptions import PermissionDenied

from mentoring.common.refusal import Refusal
from pairs.enums import BoardStepKind
from pairs.models import Introduction
from pairs.services.runs import apply_introductions, drop_run, plan_introductions, record_introduction, undo_board_step
from pairs.services.runs.board import StaleBoard

TODAY = datetime.date(2026, 11, 10)


@pytest.fixture
def planned(curator, run):
    plan_introductions(actor=curator, run=run)
    return run


def say(curator, introduction, mentee="yes", mentor="yes"):
    record_introduction(actor=curator, introduction=introduction, met_on=TODAY, mentee_says=mentee, mentor_says=mentor)


def test_the_first_candidate_is_the_mentor_of_the_plan(planned):
    first = {row.mentee_id: row.mentor_id for row in Introduction.objects.filter(place=1)}

    assert first == {mentee: mentor for mentee, mentor, _points in planned.plan["pairs"]}


def test_each_mentee_meets_at_most_three_and_each_mentor_three_for_a_place(planned, crowd):
    """Two of the three mentors have one place: of four mentees each of them meets three."""
    places = [[row.place for row in Introduction.objects.filter(mentee=mentee).order_by("place")] for mentee in crowd[1]]
    meetings = [Introduction.objects.filter(mentor=mentor).count() for mentor in crowd[0]]

    assert sorted(places) == [[1, 2], [1, 2], [1, 2, 3], [1, 2, 3]]
    assert meetings == [4, 3, 3]


def test_planning_again_adds_nothing(curator, planned):
    assert plan_introductions(actor=curator, run=planned) == 0


def test_a_word_without_a_meeting_is_refused(curator, planned):
    with pytest.raises(Refusal, match="день"):
        record_introduction(actor=curator, introduction=Introduction.objects.first(), met_on=None, mentee_says="yes", mentor_says="")


def test_a_meeting_to_come_is_refused(curator, planned):
    tomorrow = TODAY + datetime.timedelta(days=1)

    with pytest.raises(Refusal):
        record_introduction(actor=curator, introduction=Introduction.objects.first(), met_on=tomorrow, mentee_says="", mentor_says="")


def test_who_both_want_is_locked_and_who_one_refuses_is_forbidden(curator, planned):
    refused, wanted = Introduction.objects.filter(mentee=planned.plan["pairs"][0][0]).order_by("place")[:2]
    say(curator, refused, mentor="no")
    say(curator, wanted)

    step = apply_introductions(actor=curator, run=planned, version=0)

    planned.refresh_from_db()
    assert step.kind == BoardStepKind.INTRODUCE
    assert [wanted.mentee_id, wanted.mentor_id] in planned.locked
    assert [refused.mentee_id, refused.mentor_id] in planned.forbidden
    assert [wanted.mentee_id, wanted.mentor_id] in [row[:2] for row in planned.plan["pairs"]]


def test_more_yes_than_places_leaves_the_rest_to_the_engine(curator, planned, crowd):
    single = crowd[0][1]
    for row in Introduction.objects.filter(mentor=single):
        say(curator, row)

    apply_introductions(actor=curator, run=planned, version=0)

    planned.refresh_from_db()
    assert len([mentor for _mentee, mentor in planned.locked if mentor == single.pk]) == 1


def test_the_step_is_taken_back_whole(curator, planned):
    before = planned.plan
    say(curator, Introduction.objects.first(), mentee="no")
    apply_introductions(actor=curator, run=planned, version=0)

    undo_board_step(actor=curator, run=planned, version=1)

    planned.refresh_from_db()
    assert (planned.plan, planned.forbidden) == (before, [])


def test_without_answers_the_board_stays(curator, planned):
    with pytest.raises(Refusal):
        apply_introductions(actor=curator, run=planned, version=0)


def test_an_old_board_is_told(curator, planned):
    say(curator, Introduction.objects.first())
    apply_introductions(actor=curator, run=planned, version=0)

    with pytest.raises(StaleBoard):
        apply_introductions(actor=curator, run=planned, version=0)


def test_a_run_that_was_set_aside_plans_no_meetings(curator, run):
    drop_run(actor=curator, run=run)

    with pytest.raises(Refusal):
        plan_introductions(actor=curator, run=run)


def test_only_who_manages_pairs_plans_meetings(director, run):
    with pytest.raises(PermissionDenied):
        plan_introductions(actor=director, run=run)
