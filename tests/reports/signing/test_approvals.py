"""T-40: whole approvals by processes that run side by side. `TANDEM_WRITERS=50 TANDEM_TURNS=20` runs the full size."""

import os

import pytest

from accounts.services.journal import journal_fault
from jobs.models import Job
from reports.enums import OrderState
from reports.models import Order
from tests.factories.reports import OrderFactory
from tests.reports.signing.crowd import percentile, sign_at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

WRITERS = int(os.environ.get("TANDEM_WRITERS", "6"))
TURNS = int(os.environ.get("TANDEM_TURNS", "4"))
FULL = "TANDEM_WRITERS" in os.environ


@pytest.fixture
def orders(director) -> list[list[int]]:
    """Orders that wait for a signature, a list for each process."""
    programme = OrderFactory(sent=True, programme__school=director.school).programme
    return [[OrderFactory(sent=True, programme=programme).pk for _turn in range(TURNS)] for _writer in range(WRITERS)]


def test_approvals_side_by_side_leave_no_gap_and_no_double(director, orders, figure):
    keys = [key for chosen in orders for key in chosen]
    failing = set(keys[::10])

    told = sign_at_once(director=director.pk, orders=orders, failing=failing)

    signed = {one.order for one in told if one.outcome == "signed"}
    late = sum(one.outcome == "late" for one in told)
    sequences = sorted(Order.objects.filter(sequence__isnull=False).values_list("sequence", flat=True))
    figure("approvals.p99_seconds", percentile([one.seconds for one in told], 0.99), target=3)
    figure("approvals.late", late, target=0)
    figure("approvals.signed", len(signed))
    figure("approvals.doubles", len(sequences) - len(set(sequences)), target=0)
    assert {one.outcome for one in told} <= {"signed", "failed", "late"}
    assert late == 0 or FULL  # fifty at once may be told to try again; six may not
    assert set() < {one.order for one in told if one.outcome == "failed"} <= failing
    assert Order.objects.filter(pk__in=signed, state=OrderState.SIGNED).count() == len(signed) > 0
    assert Order.objects.exclude(pk__in=signed).filter(state=OrderState.SENT, sequence=None).count() == len(keys) + 1 - len(signed)
    assert sequences == list(range(1, len(signed) + 1))
    assert Job.objects.filter(kind="order_pdf").count() == len(signed)
    assert journal_fault(director.school) == ""


def test_the_highest_number_plus_one_is_wanted_by_two(director, orders, figure):
    """The control: without the locked counter approvals want the same number, and only the constraint refuses the second."""
    told = sign_at_once(director=director.pk, orders=orders, without_lock=True)

    figure("approvals_without_lock.doubles", sum(one.outcome == "doubled" for one in told))
    assert {one.outcome for one in told} == {"signed", "doubled"}
