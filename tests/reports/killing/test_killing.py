"""T-42: workers killed at random moments on PostgreSQL and Redis. `TANDEM_KILLS=100 TANDEM_ORDERS=300` runs the full size."""

import hashlib
import os
import time

import pytest
from django.db.models import Sum

from jobs.enums import JobState
from jobs.models import Job, StoredFile
from mentoring.common import storage
from reports.enums import OrderState
from reports.models import Order
from reports.services import send_order, sign_order
from tests.factories.programmes import ProgrammeFactory
from tests.factories.reports import OrderFactory
from tests.reports.killing.crew import RECOVERY, Crew, wait_until
from tests.reports.killing.mailbox import open_mailbox, told_of

pytestmark = [pytest.mark.first, pytest.mark.postgres, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("empty_queue")]

ORDERS = int(os.environ.get("TANDEM_ORDERS", "12"))
KILLS = int(os.environ.get("TANDEM_KILLS", "4"))
QUICK = "TANDEM_ORDERS" not in os.environ
SITE = "https://tandem.school12.example"
IDLE = 15  # seconds after which workers without a sweeper have nothing to do any more


@pytest.fixture
def mailbox(settings, tmp_path):
    return open_mailbox(settings, tmp_path)


@pytest.fixture
def orders(director, mailbox) -> list[Order]:
    """Sent with a letter and signed; no worker is there yet, their papers wait in the queue."""
    programme, orders = ProgrammeFactory(school=director.school), []
    for _number in range(ORDERS):
        order = OrderFactory(programme=programme)
        send_order(actor=order.author, order=order, site=SITE)
        orders.append(sign_order(actor=director, order=order, site=SITE))
    return orders


def done() -> int:
    return Job.objects.filter(state=JobState.DONE).count()


def all_are_done() -> bool:
    return done() == ORDERS


def assert_there_is_one_of_each(orders: list[Order], mailbox) -> None:
    assert Job.objects.count() == Order.objects.count() == Order.objects.filter(state=OrderState.SIGNED).count() == ORDERS
    assert sorted(Order.objects.values_list("sequence", flat=True)) == list(range(1, ORDERS + 1))
    files = {order.pdf_id: order.pdf for order in Order.objects.select_related("pdf")}
    assert len(files) == StoredFile.objects.count() == ORDERS
    for file in files.values():
        with storage.open_stored(file.sha256) as content:
            assert hashlib.sha256(content.read()).hexdigest() == file.sha256
    assert told_of(mailbox) == sorted(("director@school12.example", str(order.pk)) for order in orders)


def test_no_paper_is_lost_or_made_twice_when_workers_are_killed(orders, mailbox, tmp_path, figure):
    with Crew(tmp_path, quick=QUICK) as crew:
        crew.kill_at_work(KILLS, done=done, of=ORDERS)
        left, killed = ORDERS - done(), time.monotonic()
        wait_until(all_are_done, seconds=RECOVERY)
        recovered = time.monotonic() - killed

    figure("killing.kills", crew.kills)
    figure("killing.left_at_the_last_kill", left)
    figure("killing.runs_cut_off", Job.objects.aggregate(runs=Sum("attempts"))["runs"] - ORDERS)
    figure("killing.seconds_after_the_last_kill", recovered, target=RECOVERY)
    figure("killing.lost", ORDERS - done(), target=0)
    assert all_are_done(), list(Job.objects.exclude(state=JobState.DONE).values_list("state", "attempts", "error"))
    assert crew.kills == KILLS
    assert_there_is_one_of_each(orders, mailbox)


def test_with_the_defaults_of_celery_papers_are_lost(orders, tmp_path, figure):
    """The control: without late acknowledgement and sweeper such kills lose work."""
    with Crew(tmp_path, unsafe=True) as crew:
        while moves_on():
            if crew.kills < KILLS:
                crew.pause(0.5)
                crew.kill()

    figure("killing_with_the_defaults.lost", ORDERS - done())
    assert not all_are_done()


def moves_on() -> bool:
    before = done()
    return before < ORDERS and wait_until(lambda: done() > before, seconds=IDLE)
