"""T-58: many orders in one file while workers are killed or the person stops it. `TANDEM_ORDERS=500 TANDEM_KILLS=10` runs the full size."""

import os
from io import BytesIO
from itertools import pairwise

import pytest
from django.db import transaction
from pypdf import PdfReader

from jobs.enums import UNFINISHED, JobState
from jobs.models import Job
from jobs.services import cancel, repeat
from mentoring.common import storage
from reports.models import Order
from reports.services import ask_for_copies, bundles
from tests.factories.reports import signed_order
from tests.reports.killing.crew import RECOVERY, Crew, wait_until

pytestmark = [pytest.mark.first, pytest.mark.postgres, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("empty_queue")]

ORDERS = int(os.environ.get("TANDEM_ORDERS", "12"))
KILLS = int(os.environ.get("TANDEM_KILLS", "2"))
QUICK = "TANDEM_ORDERS" not in os.environ


@pytest.fixture
def batch(director, monkeypatch) -> tuple[Job, list[Order]]:
    """The signed orders in one PDF, in parts."""
    monkeypatch.setattr(bundles, "PART", max(3, ORDERS // 20))
    orders = [signed_order(by=director, size=1) for _number in range(ORDERS)]
    Job.objects.update(state=JobState.DONE)  # their own papers are not what is tested here
    with transaction.atomic():
        return ask_for_copies(actor=director, orders=[order.pk for order in orders]), orders


class Watched:
    """A job whose progress is looked at; `seen` keeps what was told."""

    def __init__(self, job: Job):
        self.key, self.seen = job.pk, [0]

    def look(self) -> Job:
        row = Job.objects.get(pk=self.key)
        self.seen.append(row.done)
        return row

    def is_done(self) -> bool:
        return self.look().state == JobState.DONE

    def steps_back(self) -> int:
        return sum(after < before for before, after in pairwise(self.seen))


def assert_all_stand_in_order(job: Job, orders: list[Order]) -> None:
    job.refresh_from_db()
    with storage.open_stored(job.file.sha256) as content:
        pages = [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content.read())).pages]
    firsts = [page for page in pages if "ПРИКАЗЫВАЮ" in page]
    assert [f"№ {order.number} " in page for order, page in zip(orders, firsts, strict=True)] == [True] * ORDERS


def test_a_batch_goes_on_after_kills_and_its_progress_never_goes_back(batch, tmp_path, figure):
    job, orders = batch
    watched = Watched(job)
    with Crew(tmp_path, quick=QUICK) as crew:
        crew.kill_at_work(KILLS, done=lambda: watched.look().done, of=ORDERS)
        assert wait_until(watched.is_done, seconds=RECOVERY + ORDERS)

    figure("batch.kills", crew.kills)
    figure("batch.steps_back", watched.steps_back(), target=0)
    assert watched.steps_back() == 0
    assert_all_stand_in_order(job, orders)


def test_a_batch_that_is_stopped_keeps_what_is_done_and_goes_on_from_there(director, batch, tmp_path, figure):
    job, orders = batch
    watched = Watched(job)
    with Crew(tmp_path, quick=QUICK):
        assert wait_until(lambda: job.parts.filter(state=JobState.DONE).exists(), seconds=RECOVERY + ORDERS)
        cancel(actor=director, job=job)
        assert wait_until(lambda: not job.parts.filter(state__in=UNFINISHED).exists(), seconds=RECOVERY)
        kept = {part.pk: part.file_id for part in job.parts.filter(state=JobState.DONE)}
        assert 0 < len(kept) < job.parts.count()
        assert watched.look().state == JobState.CANCELLED

        repeat(actor=director, job=job)
        assert wait_until(watched.is_done, seconds=RECOVERY + ORDERS)

    figure("batch.parts_kept_when_stopped", len(kept))
    figure("batch.parts", job.parts.count())
    assert watched.steps_back() == 0
    assert {part.pk: part.file_id for part in job.parts.filter(pk__in=kept)} == kept
    assert_all_stand_in_order(job, orders)
