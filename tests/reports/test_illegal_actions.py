"""T-10: ten actions on an order in seven states by ten roles: what the table does not allow changes nothing at all."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from accounts.enums import Role
from accounts.models import AuditEvent, Membership
from accounts.permissions import Permission
from jobs.models import Job, StoredFile
from mentoring.common.refusal import Refusal
from mentoring.common.wording.digests import digest_of
from pairs.models import Pair, PairTransition
from reports import services
from reports.enums import OrderState
from reports.models import Acknowledgement, NumberCounter, Order, OrderTransition
from reports.queries.order_facts import order_facts
from reports.queries.order_texts import template_texts
from reports.workflow import ORDER_WORKFLOW
from tests.factories.reports import OrderFactory, signed_order

TEXTS = template_texts("pairing")
CURATORS, DIRECTOR = {Role.CURATOR, Role.COORDINATOR}, {Role.DIRECTOR}
READERS = CURATORS | DIRECTOR
OPEN = {OrderState.DRAFT, OrderState.RETURNED}
IN_FORCE = {OrderState.SIGNED, OrderState.REGISTERED}
DAY = datetime.date(2026, 10, 12)


def mark(actor, order):
    keys = list(order.acknowledgements.values_list("pk", flat=True))
    return services.mark_signed_sheet(actor=actor, order=order, positions=keys, on=order.signed_on or DAY)


def draft(actor, order, kind: str):
    return services.prepare_order(actor=actor, programme=order.programme, kind=kind, amends=order, details={"reason": "ошибка"})


def confirm(actor, order):
    return services.confirm_reading(actor=actor, order=order)


# action → (what it does, states, roles)
ACTIONS = {
    "send": (lambda actor, order: services.send_order(actor=actor, order=order), OPEN, CURATORS),
    "recall": (lambda actor, order: services.recall_order(actor=actor, order=order), {OrderState.SENT}, CURATORS),
    "return": (lambda actor, order: services.return_order(actor=actor, order=order, note="Уточните"), {OrderState.SENT}, DIRECTOR),
    "sign": (lambda actor, order: services.sign_order(actor=actor, order=order), {OrderState.SENT}, DIRECTOR),
    "discard": (lambda actor, order: services.discard_order(actor=actor, order=order), OPEN, CURATORS),
    "annul": (lambda actor, order: ORDER_WORKFLOW.take("annul", order, actor), IN_FORCE, DIRECTOR),
    "edit": (lambda actor, order: services.edit_order(actor=actor, order=order, version="0", texts=TEXTS, details={}), OPEN, CURATORS),
    "mark_sheet": (mark, {OrderState.SIGNED}, CURATORS),
    "annul_by_another": (lambda actor, order: draft(actor, order, "annulment"), IN_FORCE, CURATORS),
    "confirm_for_another": (confirm, set(), set()),
}

STEPS = ("send", "recall", "return", "sign", "discard")  # those with a button


def everything() -> list:
    """All that an action on an order may change."""
    named = [Order.pairs.through, Order.ending_pairs.through, Order.changed_pairs.through]
    tables = [Order, OrderTransition, Acknowledgement, NumberCounter, Pair, PairTransition, Job, StoredFile, AuditEvent, *named]
    return [list(model.objects.order_by("pk").values()) for model in tables]


@pytest.fixture
def order_in(director, school):
    """Call it with a state to get an order in it."""

    def make(state) -> Order:
        if state in (OrderState.SIGNED, OrderState.ANNULLED):
            order = signed_order(by=director, on=DAY, size=1)
        elif state == OrderState.REGISTERED:
            order = signed_order(by=director, on=DAY, size=1)
            Order.objects.filter(pk=order.pk).update(signed_by=None, payload=None, state=state)
            order.acknowledgements.all().delete()
        else:
            order = OrderFactory(programme__school=school, size=1)
        Order.objects.filter(pk=order.pk).update(state=state)
        return Order.objects.get(pk=order.pk)

    return make


def test_there_are_ten_actions_seven_states_and_more_than_eight_roles():
    assert (len(ACTIONS), len(OrderState), len(Role)) == (10, 7, 10)


@pytest.mark.parametrize("state", list(OrderState))
def test_what_the_table_does_not_allow_changes_nothing(give_role, order_in, state):
    actors = {role: give_role(role) for role in Role}
    order = order_in(state)
    before, changing = everything(), []

    for name, (act, states, roles) in ACTIONS.items():
        for role, actor in actors.items():
            if state in states and role in roles:
                continue
            with pytest.raises((PermissionDenied, Refusal)):
                act(actor, Order.objects.get(pk=order.pk))
        if everything() != before:
            changing.append(name)

    assert changing == []


def test_without_rights_and_guards_the_same_actions_change_something(order_in, mentor_actor, monkeypatch):
    """The control: what refuses is the table, not the test's own order."""
    order = order_in(OrderState.SENT)
    before = everything()
    monkeypatch.setattr(Membership, "may", lambda actor, permission: True)

    services.sign_order(actor=mentor_actor, order=order)

    assert [table == old for table, old in zip(everything(), before, strict=True)].count(False) > 5


@pytest.mark.parametrize("state", list(OrderState))
def test_a_button_moves_an_order_only_where_the_table_allows_it(sign_in, give_role, order_in, state):
    actors, order, moved = {role: give_role(role) for role in Role}, order_in(state), set()
    before, told = everything(), {"note": "Уточните", "read": digest_of(order_facts(order))}

    for step in STEPS:
        for role, actor in actors.items():
            with transaction.atomic():
                answer = sign_in(actor).post(reverse("reports:order_step", args=[order.pk, step]), told)
                assert answer.status_code in {302, 403, 404}
                moved |= {(step, role)} if everything() != before else set()
                transaction.set_rollback(True)

    allowed = {(step, role) for step in STEPS if state in ACTIONS[step][1] for role in ACTIONS[step][2]}
    assert moved == allowed


@pytest.mark.parametrize("name", [name for name, (_act, states, _roles) in ACTIONS.items() if states])
def test_what_the_table_allows_changes_something(give_role, order_in, name):
    act, states, roles = ACTIONS[name]
    for state in states:
        for role in roles:
            actor, order = give_role(role), order_in(state)
            before = everything()
            act(actor, order)
            assert everything() != before, (state, role)


def test_the_rights_of_the_table_are_those_of_the_roles(give_role):
    held = {role: give_role(role) for role in Role}

    assert {role for role in Role if held[role].may(Permission.PREPARE_ORDERS)} == CURATORS
    assert {role for role in Role if held[role].may(Permission.VIEW_ORDERS)} == READERS
