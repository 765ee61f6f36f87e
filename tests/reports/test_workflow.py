"""The table of steps against every state and every role (T-10), and the two persons of a signature (T-11)."""

import dataclasses
import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django_scopes import scope

from accounts.enums import Role
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from reports.enums import OrderState
from reports.models import Order
from reports.queries.order_texts import template_texts
from reports.services import edit_order, register_earlier_order, send_order, sign_order
from reports.workflow import ORDER_WORKFLOW
from tests.factories.accounts import MembershipFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.reports import OrderFactory, signed_order

SOURCES = {
    "send": {OrderState.DRAFT, OrderState.RETURNED},
    "sign": {OrderState.SENT},
    "recall": {OrderState.SENT},
    "return": {OrderState.SENT},
    "discard": {OrderState.DRAFT, OrderState.RETURNED},
    "annul": {OrderState.SIGNED, OrderState.REGISTERED},
}
DIRECTOR = {Role.DIRECTOR}
CURATORS = {Role.CURATOR, Role.COORDINATOR}
MAY = {"send": CURATORS, "recall": CURATORS, "discard": CURATORS, "sign": DIRECTOR, "return": DIRECTOR, "annul": DIRECTOR}


def order_in(state, school, director, curator) -> Order:
    if state in (OrderState.SIGNED, OrderState.ANNULLED):
        order = signed_order(by=director)
        Order.objects.filter(pk=order.pk).update(state=state)
        return Order.objects.get(pk=order.pk)
    if state == OrderState.REGISTERED:
        programme = ProgrammeFactory(school=school)
        day = datetime.date(2026, 9, 1)
        return register_earlier_order(actor=curator, programme=programme, title="О внедрении", number="71-б", signed_on=day)
    return OrderFactory(state=state, programme__school=school)


def test_the_table_has_the_steps_that_are_tested():
    assert set(ORDER_WORKFLOW.steps) == set(SOURCES)


@pytest.mark.parametrize("state", list(OrderState))
def test_every_step_for_every_role(school, director, curator, give_role, state):
    actors = {role: give_role(role) for role in Role}

    for name, sources in SOURCES.items():
        for role, actor in actors.items():
            order = order_in(state, school, director, curator)
            if role not in MAY[name]:
                with pytest.raises(PermissionDenied):
                    ORDER_WORKFLOW.take(name, order, actor, note="замечание")
            elif state not in sources:
                with pytest.raises(Refusal):
                    ORDER_WORKFLOW.take(name, order, actor, note="замечание")
            elif name == "sign":
                sign_order(actor=actor, order=order)
            else:
                ORDER_WORKFLOW.take(name, order, actor, note="замечание")
            moved = role in MAY[name] and state in sources
            assert (Order.objects.get(pk=order.pk).state != state) == moved, (name, role)
            Order.objects.filter(pk=order.pk).update(number=f"{order.pk}")


def test_nobody_but_a_director_holds_the_right_to_sign(give_role):
    assert {role for role in Role if give_role(role).may(Permission.SIGN_ORDERS)} == DIRECTOR


def test_administrator_cannot_sign(administrator, school):
    order = OrderFactory(sent=True, programme__school=school)

    with pytest.raises(PermissionDenied):
        sign_order(actor=administrator, order=order)


def test_the_author_cannot_sign_as_a_director_and_could_without_the_guard(school, monkeypatch):
    order = OrderFactory(sent=True, programme__school=school)
    both = MembershipFactory(school=school, role=Role.DIRECTOR, user=order.author.user)

    with pytest.raises(Refusal, match="сами"):
        sign_order(actor=both, order=order)

    monkeypatch.setitem(ORDER_WORKFLOW.steps, "sign", dataclasses.replace(ORDER_WORKFLOW.steps["sign"], guard=None))
    sign_order(actor=both, order=order)
    assert Order.objects.get(pk=order.pk).state == OrderState.SIGNED


@pytest.mark.parametrize("part", ["prepared", "changed", "changed first", "sent"])
def test_who_had_a_part_in_the_words_cannot_sign_them_in_another_role(give_role, school, part):
    parts = {name: give_role(Role.CURATOR) for name in ("prepared", "changed first", "changed", "sent")}
    order = OrderFactory(programme__school=school, author=parts["prepared"])
    for name in ("changed first", "changed"):
        order = edit_order(actor=parts[name], order=order, version=str(order.version), texts=template_texts(order.kind), details={})
    send_order(actor=parts["sent"], order=order)
    both, stranger = give_role(Role.DIRECTOR, user=parts[part].user), give_role(Role.DIRECTOR)

    assert not Order.objects.not_written_by(both).exists()
    assert "sign" not in [step.name for step in ORDER_WORKFLOW.available(order, both)]
    with pytest.raises(Refusal, match="сами"):
        sign_order(actor=both, order=Order.objects.get(pk=order.pk))

    assert list(Order.objects.not_written_by(stranger)) == [order]
    sign_order(actor=stranger, order=Order.objects.get(pk=order.pk))
    assert Order.objects.get(pk=order.pk).state == OrderState.SIGNED


def test_director_of_another_school_cannot_sign(school, other_school):
    order = OrderFactory(sent=True, programme__school=school)
    stranger = MembershipFactory(school=other_school, role=Role.DIRECTOR)

    with scope(school=other_school), pytest.raises(Order.DoesNotExist):
        sign_order(actor=stranger, order=order)

    assert Order.objects.get(pk=order.pk).state == OrderState.SENT
