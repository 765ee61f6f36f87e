"""The director signs what the director has read: nothing that became of the words meanwhile is signed unread."""

import datetime

import pytest

from mentoring.common.refusal import Refusal
from mentoring.common.wording.digests import digest_of
from pairs.enums import PairState
from reports.enums import OrderState
from reports.models import NumberCounter, Order
from reports.queries.order_facts import order_facts
from reports.queries.order_texts import template_texts
from reports.services import edit_order, keep_school_texts, prepare_order, return_order, send_order, sign_order, sign_orders
from tests.factories.pairs import PairFactory, give_guardians
from tests.factories.participants import GuardianFactory, MentorRecordFactory
from tests.factories.reports import OrderFactory, signed_order

DAY = datetime.date(2026, 10, 12)
OWN = template_texts("pairing") | {"preamble": ["В целях школы"]}


@pytest.fixture
def order(school) -> Order:
    return OrderFactory(sent=True, programme__school=school, size=2)


def digest(order) -> str:
    return digest_of(order_facts(Order.objects.get(pk=order.pk)))


def state_of(order) -> str:
    return Order.objects.get(pk=order.pk).state


def test_an_order_that_reads_as_it_was_read_is_signed(director, order):
    sign_order(actor=director, order=order, read=digest(order))

    assert state_of(order) == OrderState.SIGNED


def test_the_order_of_keys_makes_no_other_text():
    assert digest_of({"title": "О", "items": []}) == digest_of({"items": [], "title": "О"}) != digest_of({"title": "О", "items": [1]})


def test_without_knowing_what_was_read_nothing_is_signed(director, order):
    with pytest.raises(Refusal, match="Откройте приказ, прочитайте его"):
        sign_order(actor=director, order=order, read="")

    assert state_of(order) == OrderState.SENT


def test_a_surname_that_changed_meanwhile_is_read_again(director, order):
    read, person = digest(order), order.pairs.first().mentor.person
    person.surname = "Переименованная"
    person.save()

    with pytest.raises(Refusal, match="прочитайте его ещё раз"):
        sign_order(actor=director, order=order, read=read)

    assert state_of(order) == OrderState.SENT
    assert set(order.pairs.values_list("state", flat=True)) == {PairState.IN_ORDER}
    assert not NumberCounter.objects.exists()


def test_an_order_returned_edited_and_sent_again_while_it_was_read_is_not_signed(curator, director, order):
    """The race: the row that is signed was loaded before its words changed."""
    loaded, read = Order.objects.get(pk=order.pk), digest(order)
    return_order(actor=director, order=Order.objects.get(pk=order.pk), note="Цель")
    edit_order(actor=curator, order=order, version="0", texts=OWN, details={})
    send_order(actor=curator, order=Order.objects.get(pk=order.pk))

    with pytest.raises(Refusal, match="прочитайте его ещё раз"):
        sign_order(actor=director, order=loaded, read=read)


def test_a_row_loaded_before_the_edit_prints_the_words_after_it(curator, director, order):
    loaded = Order.objects.get(pk=order.pk)
    Order.objects.filter(pk=order.pk).update(texts=OWN)

    sign_order(actor=director, order=loaded, read=digest(order))

    assert loaded.payload["preamble"] == "В целях школы"


def test_of_a_list_only_the_order_that_changed_is_left(director, order, school):
    other = OrderFactory(sent=True, programme__school=school)
    read = {one.pk: digest(one) for one in (order, other)}
    Order.objects.filter(pk=other.pk).update(title="Иначе")

    results = sign_orders(actor=director, orders=[order, other], read=read)

    assert [bool(one.refusal) for one in results] == [False, True]


def test_an_order_of_the_list_without_its_fingerprint_is_left(director, order):
    assert sign_orders(actor=director, orders=[order], read={})[0].refusal


KINDS = ["changes", "replacement", "annulment", "ending"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_read_is_what_is_frozen(curator, director, kind):
    """The effect moves pairs; the paper says what stood on the page before."""
    base = signed_order(by=director, size=2, on=DAY)
    first, second = base.pairs.with_names()
    for pair in (first, second):
        give_guardians(pair)
        pair.form.mentor_kinds = []
        pair.form.save()
        pair.programme.forms.add(pair.form)
    mentor = MentorRecordFactory(programme=base.programme, person__school=base.school, person__ready=True, capacity=2)
    GuardianFactory(person=mentor.person)
    told = {"reason": "переезд", "new_mentor": mentor.pk, "agreed_on": "2026-10-12"} if kind == "replacement" else {"reason": "переезд"}
    subjects = {"amends": base} if kind in ("changes", "annulment") else {}
    subjects |= {"ending": [first]} if kind != "annulment" else {}
    subjects |= {"pairs": [PairFactory(programme=base.programme, state=PairState.AGREED)], "changed": [second]} if kind == "changes" else {}
    order = prepare_order(actor=curator, programme=base.programme, kind=kind, details=told, **subjects)
    send_order(actor=curator, order=order)
    facts = order_facts(Order.objects.get(pk=order.pk))

    sign_order(actor=director, order=Order.objects.get(pk=order.pk), read=digest_of(facts))

    payload = Order.objects.get(pk=order.pk).payload
    assert {name for name in payload if payload[name] != facts.get(name)} == {"number", "date", "check"}


def test_the_school_words_its_orders_anew_and_what_was_sent_keeps_its_words(curator, director, school):
    pair = PairFactory(programme__school=school, state=PairState.AGREED)
    order = prepare_order(actor=curator, programme=pair.programme, pairs=[pair])
    send_order(actor=curator, order=order)
    read = digest(order)

    keep_school_texts(actor=curator, kind="pairing", texts=OWN)
    sign_order(actor=director, order=Order.objects.get(pk=order.pk), read=read)

    assert "В целях школы" not in Order.objects.get(pk=order.pk).payload["preamble"]


def test_a_draft_that_nobody_has_worded_anew_follows_the_school_until_it_is_sent(curator, school):
    pair = PairFactory(programme__school=school, state=PairState.AGREED)
    order = prepare_order(actor=curator, programme=pair.programme, pairs=[pair])

    keep_school_texts(actor=curator, kind="pairing", texts=OWN)
    send_order(actor=curator, order=order)

    assert Order.objects.get(pk=order.pk).texts == OWN | {"title": order.title}
