import datetime

import pytest

from accounts.models import AuditEvent
from mentoring.common.reference import load
from mentoring.common.refusal import Refusal
from pairs.enums import FinishWay, PairState
from pairs.queries.story import story_of
from pairs.reasons import REPLACED, UNNAMED, reasons
from pairs.services import complete_pair, end_pair, withdraw_pair
from tests.factories.pairs import MeetingFactory, PairFactory

DAY = datetime.date(2026, 11, 3)


@pytest.mark.parametrize(
    "finish, state", [(complete_pair, PairState.COMPLETED), (lambda **facts: end_pair(note="переезд", **facts), PairState.ENDED)]
)
def test_finishing_closes_places(programme, curator, finish, state):
    pair = PairFactory(programme=programme, active=True, group=2)

    finish(actor=curator, pair=pair, on=DAY)

    pair.refresh_from_db()
    assert pair.state == state
    assert [seat.finished_on for seat in pair.seats.all()] == [DAY, DAY]


@pytest.mark.parametrize("reason", ["", "mentor_other", "no_such_reason"])
def test_ending_early_asks_for_a_reason_or_a_sentence(programme, curator, reason):
    pair = PairFactory(programme=programme, active=True)

    with pytest.raises(Refusal):
        end_pair(actor=curator, pair=pair, on=DAY, note=" ", reason=reason)

    assert pair.seats.get().finished_on is None


def test_finishing_before_the_last_meeting_is_refused(programme, curator):
    pair = PairFactory(programme=programme, active=True)
    MeetingFactory(pair=pair, held_on=DAY)

    with pytest.raises(Refusal):
        complete_pair(actor=curator, pair=pair, on=datetime.date(2026, 11, 2))

    pair.refresh_from_db()
    assert pair.state == PairState.ACTIVE


def test_finishing_in_the_future_is_refused(programme, curator):
    pair = PairFactory(programme=programme, active=True)

    with pytest.raises(Refusal):
        complete_pair(actor=curator, pair=pair, on=datetime.date(2027, 5, 31))


def test_a_double_click_finishes_once(programme, curator):
    pair = PairFactory(programme=programme, active=True)

    complete_pair(actor=curator, pair=pair, on=DAY)
    complete_pair(actor=curator, pair=pair, on=DAY)

    assert pair.transitions.count() == 1
    assert AuditEvent.objects.filter(name="pair.complete").count() == 1


def test_a_withdrawn_place_never_runs_backwards(programme, curator):
    pair = PairFactory(programme=programme, starts_on=datetime.date(2027, 1, 11))

    withdraw_pair(actor=curator, pair=pair, note="не совпало расписание")

    seat = pair.seats.get()
    assert seat.started_on == seat.finished_on


@pytest.mark.parametrize("reason", [reason.code for reason in reasons().values() if not reason.asks_note])
def test_each_reason_tells_whose_decision_it_was(programme, curator, reason):
    pair = PairFactory(programme=programme, active=True)

    end_pair(actor=curator, pair=pair, on=DAY, reason=reason, told=["mentor", "guardian"])

    pair.refresh_from_db()
    step = pair.transitions.get()
    assert (pair.finish_way, pair.finish_reason, pair.finished_on) == (reasons()[reason].way, reason, DAY)
    assert (step.on, step.reason, step.told) == (DAY, reason, ["mentor", "guardian"])
    assert any(event["note"].startswith(reasons()[reason].title) for event in story_of(pair))


def test_a_completed_pair_ended_by_its_plan(programme, curator):
    pair = PairFactory(programme=programme, active=True)

    complete_pair(actor=curator, pair=pair, on=DAY)

    pair.refresh_from_db()
    assert (pair.finish_way, pair.finish_reason) == (FinishWay.PLAN, "")


def test_a_refused_end_leaves_nothing_behind(programme, curator):
    pair = PairFactory(programme=programme)

    with pytest.raises(Refusal):
        end_pair(actor=curator, pair=pair, on=DAY, reason="no_meetings")

    pair.refresh_from_db()
    assert (pair.state, pair.finished_on, pair.seats.get().finished_on) == (PairState.PROPOSED, None, None)
    assert not AuditEvent.objects.filter(name="pair.end").exists()


def test_the_tree_of_reasons_is_whole():
    codes = [reason["code"] for way in load("pairs/texts/reasons.toml")["way"] for reason in way["reason"]]

    assert len(codes) == len(set(codes))
    assert {reason.way for reason in reasons().values()} == set(FinishWay) - {FinishWay.PLAN}
    assert {REPLACED, UNNAMED} <= set(codes)
