"""T-43: the web process is killed while the director signs. `TANDEM_KILLS=100` runs the full size."""

import os
import random
import time

import pytest
from django.urls import reverse
from django_scopes import scope

from accounts.models import AuditEvent
from accounts.services.journal import journal_fault
from jobs.models import Job
from pairs.enums import PairState
from pairs.models import PairTransition
from reports.enums import OrderState
from reports.models import Order
from reports.queries.orders import order_pdf_key
from tests.factories.accounts import MembershipFactory
from tests.factories.reports import OrderFactory
from tests.reports.killing.crew import wait_until
from tests.reports.killing.web import Web

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

KILLS = int(os.environ.get("TANDEM_KILLS", "6"))


@pytest.fixture
def director():
    actor = MembershipFactory(role="director")
    with scope(school=actor.school):
        yield actor


def waiting_orders(director, number: int) -> list[Order]:
    programme = OrderFactory(sent=True, programme__school=director.school).programme
    return [OrderFactory(sent=True, programme=programme, size=2) for _number in range(number)]


def button(order: Order) -> str:
    return reverse("reports:order_step", args=[order.pk, "sign"])


def signs(order: Order) -> dict[str, bool]:
    """All that a signature leaves behind, each thing by itself."""
    order, pairs = Order.objects.get(pk=order.pk), order.pairs.all()
    return {
        "state": order.state == OrderState.SIGNED,
        "number": bool(order.number),
        "sequence": order.sequence is not None,
        "day": order.signed_on is not None,
        "director": order.signed_by_id is not None,
        "facts": order.payload is not None,
        "check code": order.check_code is not None,
        "history": order.transitions.filter(step="sign").count() == 1,
        "journal": AuditEvent.objects.filter(name="order.sign", subject_id=order.pk).count() == 1,
        "job": Job.objects.filter(dedupe_key=order_pdf_key(order)).count() == 1,
        "sheet": order.acknowledgements.exists(),
        **{f"pair {pair.pk}": pair.state == PairState.ACTIVE for pair in pairs},
        **{f"story of {pair.pk}": PairTransition.objects.filter(subject=pair, step="activate").exists() for pair in pairs},
    }


def half_done(order: Order) -> dict[str, bool]:
    found = signs(order)
    return found if len(set(found.values())) > 1 else {}


def test_an_order_is_wholly_old_or_wholly_new_when_the_web_process_is_killed(director, tmp_path, record_testsuite_property):
    first, *orders = waiting_orders(director, KILLS + 1)
    chance, answered = random.Random(2026), 0
    with Web(tmp_path, director) as web:
        taken = time.perf_counter()
        points = web.post(button(first))
        taken = time.perf_counter() - taken  # by a process that has just begun, as all that come after a kill
        assert all(signs(first).values())
        for number, order in enumerate(orders):
            if number % 2:
                answer = web.post(button(order), die_at=1 + number * (points - 1) // (KILLS - 1))
            else:
                answer = web.post_and_kill(button(order), after=chance.uniform(0, taken))
            answered += answer is not None
            assert wait_until(web.is_quiet, seconds=30)
            assert not half_done(order)

    signed = Order.objects.filter(state=OrderState.SIGNED)
    assert sorted(signed.values_list("sequence", flat=True)) == list(range(1, signed.count() + 1))
    assert Job.objects.count() == signed.count()
    assert journal_fault(director.school) == ""
    record_testsuite_property("killed_before_the_answer", KILLS - answered)
    record_testsuite_property("signed", signed.count() - 1)
    record_testsuite_property("points", points)


def test_without_transactions_a_killed_web_process_leaves_half_an_order(director, tmp_path):
    """The control: the same kills, every statement kept at once."""
    first, *orders = waiting_orders(director, 5)
    with Web(tmp_path, director, unsafe=True) as web:
        points = web.post(button(first))
        for number, order in enumerate(orders, 1):
            web.post(button(order), die_at=number * points // 6)
            assert wait_until(web.is_quiet, seconds=30)

    assert any(half_done(order) for order in orders)
