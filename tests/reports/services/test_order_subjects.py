"""A draft or a returned order takes pairs in and lets them go; what cannot be is refused whole."""

import pytest
from django_scopes import scope

from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from pairs.enums import PairState
from pairs.models import Pair, PairTransition
from reports.enums import OrderState
from reports.models import Order
from reports.queries.order_texts import order_texts, template_texts
from reports.services import edit_order, prepare_order, send_order, sign_order
from tests.factories.pairs import PairFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.reports import OrderFactory, signed_order


def agreed(programme):
    return PairFactory(programme=programme, state=PairState.AGREED)


def edit(actor, order, details=None, **subjects):
    texts = {**order_texts(order), "title": order.title}
    return edit_order(actor=actor, order=order, version=str(order.version), texts=texts, details=details or {}, subjects=subjects)


def state_of(pair) -> str:
    return Pair.objects.get(pk=pair.pk).state


@pytest.fixture
def order(school):
    return OrderFactory(programme__school=school, returned=True, size=2)


def test_a_pair_that_leaves_a_returned_order_is_agreed_again_and_enters_another(curator, director, order):
    stays, leaves = order.pairs.all()

    edit(curator, order, pairs=[stays])

    assert (state_of(stays), state_of(leaves)) == (PairState.IN_ORDER, PairState.AGREED)
    another = prepare_order(actor=curator, programme=order.programme, pairs=[leaves])
    for one in (Order.objects.get(pk=order.pk), another):
        send_order(actor=curator, order=one)
        sign_order(actor=director, order=one)
    assert [state_of(stays), state_of(leaves)] == [PairState.ACTIVE, PairState.ACTIVE]


def test_an_agreed_pair_enters_the_draft_and_waits_for_it(curator, order):
    kept, new = list(order.pairs.all()), agreed(order.programme)

    edit(curator, order, pairs=[*kept, new])

    assert (order.pairs.count(), state_of(new)) == (3, PairState.IN_ORDER)
    assert list(PairTransition.objects.values_list("subject", "step")) == [(new.pk, "put_in_order")]
    assert AuditEvent.objects.get(name="order.edited").details == {"pairs": 3}


def test_words_that_were_typed_stay_when_the_pairs_change(curator, order):
    texts = {"title": "О парах", "preamble": ["По решению школы"], "items": [{"text": "Закрепить пары.", "parts": []}], "lines": []}
    edit_order(actor=curator, order=order, version="0", texts=texts, details={})

    edit(curator, Order.objects.get(pk=order.pk), pairs=[order.pairs.first()])

    assert Order.objects.get(pk=order.pk).texts == template_texts(order.kind) | texts


@pytest.mark.parametrize("where", ["another programme", "another school", "nowhere"])
def test_a_foreign_pair_is_refused_and_nothing_is_half_written(curator, school, other_school, order, where):
    stays, leaves = order.pairs.all()
    if where == "another school":
        with scope(school=other_school):
            foreign = agreed(ProgrammeFactory(school=other_school))
    else:
        foreign = agreed(ProgrammeFactory(school=school)) if where == "another programme" else Pair(pk=999_999)

    with pytest.raises(Refusal):
        edit(curator, order, pairs=[stays, foreign])

    assert set(Order.objects.get(pk=order.pk).pairs.all()) == {stays, leaves}
    assert (state_of(leaves), order.texts) == (PairState.IN_ORDER, None)
    assert not AuditEvent.objects.filter(name="order.edited").exists()


def test_a_pair_that_may_not_enter_keeps_the_others_where_they_were(curator, order):
    first, second = order.pairs.all()

    with pytest.raises(Refusal):
        edit(curator, order, pairs=[first, PairFactory(programme=order.programme)])

    assert (state_of(second), Order.objects.get(pk=order.pk).texts) == (PairState.IN_ORDER, None)


def test_the_last_pair_cannot_leave_an_order_that_fixes_pairs(curator, order):
    with pytest.raises(Refusal):
        edit(curator, order, pairs=[])

    assert order.pairs.count() == 2


def test_an_order_with_the_director_keeps_its_pairs(curator, school):
    order = OrderFactory(programme__school=school, sent=True, size=2)

    with pytest.raises(Refusal):
        edit(curator, order, pairs=[order.pairs.first()])

    assert set(order.pairs.values_list("state", flat=True)) == {PairState.IN_ORDER}


def test_who_finished_meanwhile_is_left_out_of_the_order_that_came_back(curator, director, school):
    base = signed_order(by=director, size=2)
    finished, other = base.pairs.all()
    order = prepare_order(actor=curator, programme=base.programme, kind="ending", ending=[finished, other], details={"reason": "срок"})
    Pair.objects.filter(pk=finished.pk).update(state=PairState.ENDED)
    with pytest.raises(Refusal, match=finished.mentor.person.surname):
        edit(curator, order, ending=[finished, other])

    edit(curator, order, ending=[other])

    send_order(actor=curator, order=order)
    assert sign_order(actor=director, order=Order.objects.get(pk=order.pk)).state == OrderState.SIGNED


def test_the_amended_order_and_its_pairs_are_changed_together(curator, director, school):
    first = signed_order(by=director, size=1)
    second = signed_order(by=director, programme=first.programme, size=1)
    leaving = first.pairs.first()
    order = prepare_order(actor=curator, programme=first.programme, kind="changes", ending=[leaving], amends=first, details={"reason": "-"})
    other = second.pairs.first()

    edit(curator, order, ending=[], changed=[other], amends=second)

    order = Order.objects.get(pk=order.pk)
    assert (order.amends, list(order.ending_pairs.all()), list(order.changed_pairs.all())) == (second, [], [other])


def test_an_order_of_another_programme_is_not_amended(curator, director, school):
    base, foreign = signed_order(by=director), signed_order(by=director)

    with pytest.raises(Refusal):
        prepare_order(actor=curator, programme=base.programme, kind="annulment", amends=foreign, details={"reason": "ошибка"})
