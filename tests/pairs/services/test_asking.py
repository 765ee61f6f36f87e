import datetime

import pytest
from django.core.exceptions import PermissionDenied

from mentoring.common.refusal import Refusal
from pairs.enums import PairState, RequestKind
from pairs.models import PairRequest
from pairs.services import ask_for_change, end_pair, settle_request

TODAY = datetime.date(2026, 11, 10)


@pytest.fixture
def lay_down(pair, mentor_actor):
    facts = {"actor": mentor_actor, "pair": pair, "kind": RequestKind.LAY_DOWN, "note": "переезжаю"}
    return facts | {"last_day": datetime.date(2026, 11, 24)}


def test_a_mentor_lays_the_duties_down_with_notice(pair, lay_down, curator):
    request = ask_for_change(**lay_down)
    assert ask_for_change(**lay_down) == request

    settle_request(actor=curator, request=request, answer="Спасибо, ищем замену")

    request.refresh_from_db()
    assert (request.settled_on, request.answer) == (TODAY, "Спасибо, ищем замену")
    assert pair.requests.open().count() == 0


def test_too_short_a_notice_names_the_day(lay_down):
    with pytest.raises(Refusal) as refusal:
        ask_for_change(**lay_down | {"last_day": datetime.date(2026, 11, 23)})

    assert "24" in refusal.value.sentence
    assert not PairRequest.objects.exists()


def test_the_school_leaves_three_working_days(lay_down, curator):
    facts = lay_down | {"actor": curator, "last_day": datetime.date(2026, 11, 13)}

    assert ask_for_change(**facts).last_day == datetime.date(2026, 11, 13)


def test_a_mentee_asks_for_another_mentor(pair, mentee_actor):
    request = ask_for_change(actor=mentee_actor, pair=pair, kind=RequestKind.ANOTHER_MENTOR, note="нам трудно говорить")

    assert request.last_day is None


@pytest.mark.parametrize("actor, kind", [("mentor_actor", "another_mentor"), ("mentee_actor", "lay_down"), ("curator", "another_mentor")])
def test_nobody_asks_for_another_side(request, pair, actor, kind):
    with pytest.raises(PermissionDenied):
        ask_for_change(actor=request.getfixturevalue(actor), pair=pair, kind=kind, note="хочу", last_day=datetime.date(2026, 12, 1))


def test_a_request_needs_a_reason_and_a_running_pair(pair, lay_down):
    with pytest.raises(Refusal):
        ask_for_change(**lay_down | {"note": " "})
    pair.state = PairState.COMPLETED
    pair.save()
    with pytest.raises(Refusal):
        ask_for_change(**lay_down)


def test_the_end_of_the_pair_answers_the_request(pair, lay_down, curator):
    ask_for_change(**lay_down)

    end_pair(actor=curator, pair=pair, on=TODAY, reason="mentor_left_school")

    assert PairRequest.objects.get().settled_on == TODAY


def test_an_answer_is_a_sentence(pair, lay_down, curator):
    request = ask_for_change(**lay_down)

    with pytest.raises(Refusal):
        settle_request(actor=curator, request=request, answer=" ")
