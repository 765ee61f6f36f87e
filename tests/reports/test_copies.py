"""Many orders as one PDF (T-58): progress, stopping, going on, nothing twice and nothing lost."""

from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from accounts.enums import Role
from accounts.models import Membership
from jobs.enums import JobState
from jobs.models import Job
from jobs.services import cancel, repeat, run
from mentoring.common import storage
from mentoring.common.refusal import Refusal
from reports.models import Order
from reports.services import ask_for_copies, bundles
from tests.factories.reports import OrderFactory, signed_order


@pytest.fixture
def orders(director, monkeypatch):
    monkeypatch.setattr(bundles, "PART", 2)
    return [signed_order(by=director, size=1) for _number in range(5)]


@pytest.fixture
def job(orders, curator):
    return ask_for_copies(actor=curator, orders=[order.pk for order in orders])


def numbers_in(file) -> list[str]:
    with storage.open_stored(file.sha256) as content:
        text = " ".join(page.extract_text() for page in PdfReader(BytesIO(content.read())).pages).replace("\u00a0", " ")
    return [
        order.number for order in Order.objects.order_by("sequence") if text.count(f"№ {order.number}") or f"№\u00a0{order.number}" in text
    ]


def run_parts(job, limit: int | None = None) -> list[int]:
    """Progress of the whole after each part."""
    seen = []
    for part in list(job.parts.filter(state=JobState.QUEUED).order_by("place")[:limit]):
        run(part.pk)
        seen.append(Job.objects.get(pk=job.pk).done)
    return seen


def test_every_order_once_and_the_progress_never_goes_back(job, orders):
    seen = run_parts(job)
    run(job.pk)

    job.refresh_from_db()
    assert seen == [2, 4, 5]
    assert (job.state, job.percent) == (JobState.DONE, 100)
    assert numbers_in(job.file) == [order.number for order in orders]


def test_a_stopped_batch_goes_on_where_it_was(job, curator):
    run_parts(job, limit=1)
    cancel(actor=curator, job=job)
    kept = job.parts.get(place=1).file_id

    repeat(actor=curator, job=Job.objects.get(pk=job.pk))
    seen = run_parts(job)
    run(job.pk)

    job.refresh_from_db()
    assert seen == [4, 5]
    assert job.parts.get(place=1).file_id == kept
    assert job.state == JobState.DONE


def test_a_part_that_is_delivered_twice_is_made_once(job):
    part = job.parts.get(place=1)
    run(part.pk)
    before = part.parts.model.objects.get(pk=part.pk).file_id

    run(part.pk)

    assert Job.objects.get(pk=part.pk).file_id == before


def test_drafts_have_no_copies(curator, school):
    OrderFactory(programme__school=school)

    with pytest.raises(Refusal):
        ask_for_copies(actor=curator, orders=[])


def test_the_button_takes_the_signed_orders_of_the_filtered_list(sign_in, curator, orders, school):
    OrderFactory(programme__school=school)
    other = orders[0].programme

    sign_in(curator).post(reverse("reports:order_copies"), {"query": f"programme={other.pk}&page=3&nonsense=1"})

    job = Job.objects.get(kind="order_copies")
    assert [part.arguments["orders"] for part in job.parts.all()] == [[orders[0].pk]]


def test_whoever_may_not_see_orders_any_more_gets_none_and_is_told_why(job, curator):
    Membership.objects.filter(pk=curator.pk).update(role=Role.MENTOR)

    run_parts(job)
    run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.file) == (JobState.FAILED, None)
    assert "больше не разрешено" in job.error
