"""T-18b: papers beyond the limits come to a real worker on PostgreSQL and Redis, which refuses them and goes on."""

import pytest

from jobs.enums import JobState
from jobs.models import Job
from mentoring.common.papers import PaperTooLarge
from reports.models import Order
from reports.queries.paper_pdf import pdf_key
from tests.factories.reports import signed_order
from tests.reports.killing.crew import RECOVERY, Crew, wait_until

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("empty_queue")]

NAME = "Ж" * 1_000_000


def named(facts: dict) -> dict:
    return facts | {"director": NAME}


def numbered(facts: dict) -> dict:
    return facts | {"number": "9" * 1_000_000}


def with_rows(facts: dict) -> dict:
    annex = facts["annexes"][0]
    return facts | {"annexes": [annex | {"rows": annex["rows"][:1] * 10_000}]}


def with_items(facts: dict) -> dict:
    return facts | {"items": [{"text": "Утвердить состав пар. " * 100, "parts": ["провести первые встречи;"] * 50}] * 200}


def job_of(order: Order) -> Job:
    return Job.objects.get(dedupe_key=pdf_key(order))


def test_a_worker_refuses_what_is_too_large_and_prints_the_next_paper(director, tmp_path):
    oversized = [signed_order(by=director, size=1) for _case in range(4)]
    for order, spoil in zip(oversized, (named, numbered, with_rows, with_items), strict=True):
        Order.objects.filter(pk=order.pk).update(payload=spoil(order.payload))

    with Crew(tmp_path, quick=True) as crew:
        assert wait_until(lambda: not Job.objects.unfinished().exists(), seconds=RECOVERY * 2)
        processes = crew.children()
        following = signed_order(by=director, size=1)
        assert wait_until(lambda: job_of(following).state == JobState.DONE, seconds=RECOVERY)
        assert crew.children() == processes

    refusals = {(job.state, job.attempts, job.error) for job in map(job_of, oversized)}
    assert refusals == {(JobState.FAILED, 1, PaperTooLarge().sentence)}
    assert job_of(following).file is not None
