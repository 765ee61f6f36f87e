"""Orders of every kind: what they do when they are signed."""

import datetime

import pytest

from mentoring.common.refusal import Refusal
from pairs.enums import PairState
from pairs.models import Pair
from reports.enums import OrderState
from reports.models import Order
from reports.queries.order_facts import order_facts
from reports.queries.order_texts import order_kinds
from reports.services import prepare_order, register_earlier_order, send_order, sign_order
from tests.factories.pairs import PairFactory, give_guardians
from tests.factories.participants import MentorRecordFactory
from tests.factories.reports import signed_order

DAY = datetime.date(2026, 11, 2)
WITHOUT_EFFECT = [kind["code"] for kind in order_kinds() if kind["effect"] == "none"]


@pytest.fixture
def pair(school):
    pair = PairFactory(active=True, programme__school=school)
    give_guardians(pair)
    return pair


def signed(curator, director, programme, kind, **kwargs):
    order = prepare_order(actor=curator, programme=programme, kind=kind, **kwargs)
    send_order(actor=curator, order=order)
    return sign_order(actor=director, order=Order.objects.get(pk=order.pk))


@pytest.mark.parametrize("kind", WITHOUT_EFFECT)
def test_orders_without_effect_get_a_number_and_leave_the_pairs_alone(curator, director, pair, kind):
    order = signed(curator, director, pair.programme, kind, details={})

    pair.refresh_from_db()
    assert (order.state, order.number, pair.state) == (OrderState.SIGNED, "1-од", PairState.ACTIVE)
    assert order.payload["items"][-1]["text"] == "Контроль исполнения оставляю за собой."


@pytest.mark.parametrize("outcome, state", [("completed", PairState.COMPLETED), ("ended", PairState.ENDED)])
def test_an_order_on_the_end_finishes_its_pairs(curator, director, pair, outcome, state):
    order = signed(curator, director, pair.programme, "ending", ending=[pair], details={"outcome": outcome, "reason": "переезд"})

    pair.refresh_from_db()
    assert pair.state == state
    assert order.payload["annexes"][0]["rows"][0][1] == [pair.mentor.person.full_name]


def test_a_pair_that_finished_meanwhile_stops_the_whole_order(curator, director, pair):
    order = prepare_order(actor=curator, programme=pair.programme, kind="ending", ending=[pair], details={"reason": "переезд"})
    send_order(actor=curator, order=order)
    Pair.objects.filter(pk=pair.pk).update(state=PairState.ENDED)

    with pytest.raises(Refusal):
        sign_order(actor=director, order=Order.objects.get(pk=order.pk))

    assert Order.objects.get(pk=order.pk).state == OrderState.SENT


def test_a_replacement_ends_the_pair_and_gives_its_mentee_a_new_mentor(curator, director, pair):
    mentor = MentorRecordFactory(programme=pair.programme, person__school=pair.school, person__ready=True, capacity=2)
    mentees = [seat.mentee_id for seat in pair.seats.all()]
    pair.form.mentor_kinds = []
    pair.form.save()
    told = {"new_mentor": mentor.pk, "agreed_on": pair.starts_on.isoformat(), "reason": "болезнь"}
    from tests.factories.participants import GuardianFactory  # noqa: PLC0415 - only here

    GuardianFactory(person=mentor.person)

    order = signed(curator, director, pair.programme, "replacement", ending=[pair], details=told)

    new = order.pairs.get()
    pair.refresh_from_db()
    assert (pair.state, new.state, new.mentor_id) == (PairState.ENDED, PairState.ACTIVE, mentor.pk)
    assert [seat.mentee_id for seat in new.seats.all()] == mentees


def test_changes_name_only_the_appendix_that_is_there(curator, director, pair):
    base = signed_order(by=director, programme=pair.programme)
    told = {"ending": base.pairs.all(), "amends": base, "details": {"reason": "переезд"}}
    order = prepare_order(actor=curator, programme=pair.programme, kind="changes", **told)

    facts = order_facts(order)

    assert [annex["number"] for annex in facts["annexes"]] == [1]
    assert len(facts["items"][0]["parts"]) == 1
    assert "приложению 1" in facts["items"][0]["parts"][0]
    assert facts["items"][0]["parts"][0].endswith("(всего: 1).")


def test_an_annulled_order_keeps_its_number_and_its_pairs_stop(curator, director, school):
    base = signed_order(by=director)

    order = signed(curator, director, base.programme, "annulment", amends=base, details={"reason": "ошибка"})

    base = Order.objects.get(pk=base.pk)
    assert (base.state, base.number, order.number) == (OrderState.ANNULLED, "1-од", "2-од")
    assert base.pairs.get().state == PairState.ENDED
    assert "№ 1-од" in order.payload["items"][0]["text"]


def test_an_order_is_annulled_once(curator, director, school):
    base = signed_order(by=director)
    second = prepare_order(actor=curator, programme=base.programme, kind="annulment", amends=base, details={"reason": "ошибка"})
    send_order(actor=curator, order=second)
    signed(curator, director, base.programme, "annulment", amends=base, details={"reason": "ошибка"})

    with pytest.raises(Refusal):
        sign_order(actor=director, order=Order.objects.get(pk=second.pk))


def test_an_order_that_has_been_annulled_meanwhile_is_not_changed(curator, director, school):
    base = signed_order(by=director)
    pair = base.pairs.with_names().get()
    change = prepare_order(
        actor=curator, programme=base.programme, kind="changes", amends=base, ending=[pair], details={"reason": "переезд"}
    )
    send_order(actor=curator, order=change)
    signed(curator, director, base.programme, "annulment", amends=base, details={"reason": "ошибка"})

    with pytest.raises(Refusal, match="1-од"):
        sign_order(actor=director, order=Order.objects.select_related("amends").get(pk=change.pk))

    assert Order.objects.get(pk=change.pk).state == OrderState.SENT


def test_a_mentor_is_not_replaced_under_an_order_that_has_been_annulled_meanwhile(curator, director, pair):
    told = {"title": "О закреплении", "number": "5-од", "signed_on": pair.starts_on}
    base = register_earlier_order(actor=curator, programme=pair.programme, **told)
    mentor = MentorRecordFactory(programme=pair.programme, person__school=pair.school, person__ready=True, capacity=2)
    details = {"new_mentor": mentor.pk, "agreed_on": pair.starts_on.isoformat(), "reason": "болезнь"}
    order = prepare_order(actor=curator, programme=pair.programme, kind="replacement", amends=base, ending=[pair], details=details)
    send_order(actor=curator, order=order)
    signed(curator, director, pair.programme, "annulment", amends=base, details={"reason": "ошибка"})

    with pytest.raises(Refusal, match="5-од"):
        sign_order(actor=director, order=Order.objects.get(pk=order.pk))

    assert Pair.objects.get(pk=pair.pk).state == PairState.ACTIVE


def test_an_order_from_paper_moves_the_counter_forward(curator, director, pair):
    year = datetime.date(2026, 9, 1)
    register_earlier_order(actor=curator, programme=pair.programme, title="О внедрении", number="71-б", signed_on=year, sequence=71)

    assert signed_order(by=director, on=DAY).number == "72-од"
    with pytest.raises(Refusal):
        register_earlier_order(actor=curator, programme=pair.programme, title="Ещё", number="71-б", signed_on=year)
