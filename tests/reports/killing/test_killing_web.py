"""T-43: the web process is killed while the director signs. `TANDEM_KILLS=100` runs the full size."""

import os
import random
import time
from collections.abc import Iterator

import pytest
from django.urls import reverse

from accounts.models import AuditEvent
from accounts.services.journal import journal_fault
from jobs.models import Job
from mentoring.common.wording.digests import digest_of
from pairs.enums import PairState
from pairs.models import PairTransition
from reports.enums import OrderState
from reports.models import Order
from reports.queries.order_facts import order_facts
from reports.queries.paper_pdf import pdf_key
from tests.factories.accounts import MembershipFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.reports import OrderFactory
from tests.reports.killing.crew import wait_until
from tests.reports.killing.mailbox import told_of
from tests.reports.killing.web import Web

pytestmark = [pytest.mark.first, pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

KILLS = int(os.environ.get("TANDEM_KILLS", "6"))


def waiting_orders(director, number: int) -> list[Order]:
    programme = OrderFactory(sent=True, programme__school=director.school).programme
    author = MembershipFactory(school=director.school, user__email="author@school12.example")
    return [OrderFactory(sent=True, programme=programme, author=author, size=2) for _number in range(number)]


def button(order: Order, step: str = "sign") -> tuple[str, dict]:
    """The address and what the form sends with it."""
    return reverse("reports:order_step", args=[order.pk, step]), {"read": digest_of(order_facts(order))}


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
        "job": Job.objects.filter(dedupe_key=pdf_key(order)).count() == 1,
        "sheet": order.acknowledgements.exists(),
        **{f"pair {pair.pk}": pair.state == PairState.ACTIVE for pair in pairs},
        **{f"story of {pair.pk}": PairTransition.objects.filter(subject=pair, step="activate").exists() for pair in pairs},
    }


def half_done(order: Order) -> dict[str, bool]:
    found = signs(order)
    return found if len(set(found.values())) > 1 else {}


def press_and_kill(web: Web, orders: list[Order], step: str) -> Iterator[tuple[Order, bool]]:
    """The first order is left alone and tells how many points there are; then each order, and whether its process answered."""
    first, *others = orders
    chance, pressed = random.Random(2026), button(first, step)
    taken = time.perf_counter()
    points = web.post(*pressed)
    taken = time.perf_counter() - taken  # by a process that has just begun, as all that come after a kill
    yield first, True
    for number, order in enumerate(others):
        if number % 2:
            answer = web.post(*button(order, step), die_at=1 + number * (points - 1) // (len(others) - 1))
        else:
            answer = web.post_and_kill(*button(order, step), after=chance.uniform(0, taken))
        assert wait_until(web.is_quiet, seconds=30)
        yield order, answer is not None


def test_an_order_is_wholly_old_or_wholly_new_when_the_web_process_is_killed(director, tmp_path, figure):
    orders, answered = waiting_orders(director, KILLS + 1), 0
    with Web(tmp_path, director) as web:
        for order, answer in press_and_kill(web, orders, "sign"):
            answered += answer
            assert not half_done(order)
            assert all(signs(order).values()) or not answer

    signed = Order.objects.filter(state=OrderState.SIGNED)
    assert sorted(signed.values_list("sequence", flat=True)) == list(range(1, signed.count() + 1))
    assert Job.objects.count() == signed.count()
    assert told_of(tmp_path / "mail") == []  # a signature writes to nobody
    assert journal_fault(director.school) == ""
    figure("web.kills", KILLS)
    figure("web.killed_before_the_answer", KILLS + 1 - answered)
    figure("web.signed", signed.count())


def test_no_letter_goes_for_an_order_that_was_not_sent_when_the_web_process_is_killed(director, tmp_path, figure):
    curator, programme = MembershipFactory(school=director.school), ProgrammeFactory(school=director.school)
    orders = [OrderFactory(programme=programme, author=curator) for _number in range(KILLS + 1)]
    with Web(tmp_path, curator) as web:
        for order, answer in press_and_kill(web, orders, "send"):
            sent, events = Order.objects.get(pk=order.pk).state == OrderState.SENT, AuditEvent.objects.filter(name="order.send")
            assert order.transitions.filter(step="send").count() == events.filter(subject_id=order.pk).count() == int(sent)
            assert told_of(tmp_path / "mail").count((director.user.email, str(order.pk))) in ({1} if answer else {0, int(sent)})

    sent = {str(key) for key in Order.objects.filter(state=OrderState.SENT).values_list("pk", flat=True)}
    assert {key for _address, key in told_of(tmp_path / "mail")} <= sent
    figure("web_letters.sent", len(sent))
    figure("web_letters.letters", len(told_of(tmp_path / "mail")))


def test_without_transactions_a_killed_web_process_leaves_half_an_order(director, tmp_path):
    """The control: the same kills, every statement kept at once."""
    first, *orders = waiting_orders(director, 5)
    with Web(tmp_path, director, unsafe=True) as web:
        points = web.post(*button(first))
        for number, order in enumerate(orders, 1):
            web.post(*button(order), die_at=number * points // 6)
            assert wait_until(web.is_quiet, seconds=30)

    assert any(half_done(order) for order in orders)
