import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from pairs.enums import PairState
from reports.enums import OrderState
from reports.models import Order
from reports.services import discard_order, prepare_order, recall_order, return_order, send_order, sign_order
from tests.factories.pairs import PairFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.reports import OrderFactory


def agreed(programme):
    return PairFactory(programme=programme, state=PairState.AGREED)


def test_prepare_drafts_an_order_and_puts_its_pairs_into_it(curator, programme):
    pairs = [agreed(programme), agreed(programme)]

    order = prepare_order(actor=curator, programme=programme, pairs=pairs)

    assert order.state == OrderState.DRAFT
    assert order.title == "О закреплении наставнических пар и групп на 2026/2027 учебный год"
    assert order.number == ""
    assert set(order.pairs.values_list("state", flat=True)) == {PairState.IN_ORDER}
    assert AuditEvent.objects.filter(name="order.prepared", subject_id=order.pk).count() == 1


def test_prepare_without_pairs_is_refused(curator, programme):
    with pytest.raises(Refusal):
        prepare_order(actor=curator, programme=programme, pairs=[])


def test_prepare_takes_agreed_pairs_only_and_leaves_nothing_behind(curator, programme):
    ready, proposed = agreed(programme), PairFactory(programme=programme)

    with pytest.raises(Refusal, match=proposed.mentor.person.surname):
        prepare_order(actor=curator, programme=programme, pairs=[ready, proposed])

    ready.refresh_from_db()
    assert ready.state == PairState.AGREED
    assert not Order.objects.exists()


def test_prepare_refuses_pairs_that_entered_another_order_a_moment_ago(curator, programme):
    pair = agreed(programme)
    stale = type(pair).objects.get(pk=pair.pk)
    prepare_order(actor=curator, programme=programme, pairs=[pair])

    with pytest.raises(Refusal):
        prepare_order(actor=curator, programme=programme, pairs=[stale])

    assert Order.objects.count() == 1


def test_prepare_refuses_pairs_of_another_programme(curator, programme, school):
    foreign = agreed(ProgrammeFactory(school=school))

    with pytest.raises(Refusal, match=programme.title):
        prepare_order(actor=curator, programme=programme, pairs=[agreed(programme), foreign])


def test_director_may_not_prepare(director, programme):
    with pytest.raises(PermissionDenied):
        prepare_order(actor=director, programme=programme, pairs=[agreed(programme)])


def test_send_return_and_send_again(curator, director, programme):
    order = prepare_order(actor=curator, programme=programme, pairs=[agreed(programme)])

    send_order(actor=curator, order=order)
    return_order(actor=director, order=order, note="Уточните срок.")
    send_order(actor=curator, order=order)

    order.refresh_from_db()
    assert order.state == OrderState.SENT
    assert list(order.transitions.values_list("step", "note")) == [("send", ""), ("return", "Уточните срок."), ("send", "")]
    assert order.pairs.get().state == PairState.IN_ORDER


def test_an_order_that_was_taken_back_is_changed_and_sent_anew(curator, director, programme):
    order = prepare_order(actor=curator, programme=programme, pairs=[agreed(programme)])
    send_order(actor=curator, order=order)

    recall_order(actor=curator, order=order)
    recall_order(actor=curator, order=order)  # a double click

    assert (order.state, order.pairs.get().state) == (OrderState.DRAFT, PairState.IN_ORDER)
    with pytest.raises(Refusal):
        sign_order(actor=director, order=order)
    send_order(actor=curator, order=order)
    assert list(order.transitions.values_list("step", flat=True)) == ["send", "recall", "send"]


def test_what_the_director_has_signed_is_not_taken_back(curator, director, school):
    order = OrderFactory(sent=True, programme__school=school)
    sign_order(actor=director, order=order)

    with pytest.raises(Refusal):
        recall_order(actor=curator, order=order)

    assert Order.objects.get(pk=order.pk).state == OrderState.SIGNED


def test_return_asks_for_a_remark(director, school):
    order = OrderFactory(sent=True, programme__school=school)

    with pytest.raises(Refusal):
        return_order(actor=director, order=order, note="  ")

    order.refresh_from_db()
    assert order.state == OrderState.SENT


def test_curator_may_not_return(curator, school):
    with pytest.raises(PermissionDenied):
        return_order(actor=curator, order=OrderFactory(sent=True, programme__school=school), note="Нет.")


@pytest.mark.parametrize("state", [OrderState.DRAFT, OrderState.RETURNED])
def test_discard_releases_the_pairs(curator, school, state):
    order = OrderFactory(state=state, programme__school=school, size=2)

    discard_order(actor=curator, order=order)

    assert order.state == OrderState.DISCARDED
    assert set(order.pairs.values_list("state", flat=True)) == {PairState.AGREED}


def test_order_with_the_director_cannot_be_discarded(curator, school):
    order = OrderFactory(sent=True, programme__school=school)

    with pytest.raises(Refusal, match=str(order.get_state_display())):
        discard_order(actor=curator, order=order)

    assert order.pairs.get().state == PairState.IN_ORDER
