import datetime

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from pairs.enums import OCCUPYING, PairState
from pairs.services import activate_pair, complete_pair, end_pair, put_in_order, release_from_order, withdraw_pair
from pairs.workflow import PAIR_WORKFLOW
from tests.factories.pairs import MeetingFactory, PairFactory

DAY = datetime.date(2026, 11, 3)


def test_an_order_takes_a_pair_in_and_out_and_fixes_it(programme, curator, director):
    pair = PairFactory(programme=programme, state=PairState.AGREED)

    put_in_order(actor=curator, pair=pair)
    release_from_order(actor=curator, pair=pair)
    put_in_order(actor=curator, pair=pair)
    activate_pair(actor=director, pair=pair, on=DAY)

    pair.refresh_from_db()
    assert pair.state == PairState.ACTIVE
    assert [step.step for step in pair.transitions.all()] == ["put_in_order", "release", "put_in_order", "activate"]
    assert pair.seats.get().started_on == DAY


def test_a_pair_that_is_not_agreed_enters_no_order(programme, curator):
    pair = PairFactory(programme=programme)

    with pytest.raises(Refusal):
        put_in_order(actor=curator, pair=pair)

    pair.refresh_from_db()
    assert pair.state == PairState.PROPOSED
    assert not pair.transitions.exists()


def test_only_who_signs_orders_makes_a_pair_active(programme, curator):
    pair = PairFactory(programme=programme, state=PairState.IN_ORDER)

    with pytest.raises(PermissionDenied):
        activate_pair(actor=curator, pair=pair, on=DAY)

    pair.refresh_from_db()
    assert pair.state == PairState.IN_ORDER


@pytest.mark.parametrize(
    "finish, state", [(complete_pair, PairState.COMPLETED), (lambda **facts: end_pair(note="переезд", **facts), PairState.ENDED)]
)
def test_finishing_closes_places(programme, curator, finish, state):
    pair = PairFactory(programme=programme, active=True, group=2)

    finish(actor=curator, pair=pair, on=DAY)

    pair.refresh_from_db()
    assert pair.state == state
    assert [seat.finished_on for seat in pair.seats.all()] == [DAY, DAY]


def test_ending_early_asks_for_the_reason(programme, curator):
    pair = PairFactory(programme=programme, active=True)

    with pytest.raises(Refusal):
        end_pair(actor=curator, pair=pair, on=DAY, note=" ")

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


def test_every_state_but_the_last_ones_holds_its_places():
    finals = {step.target for step in PAIR_WORKFLOW.steps.values()} - {
        source for step in PAIR_WORKFLOW.steps.values() for source in step.sources
    }

    assert finals == set(PairState) - set(OCCUPYING)
