"""Workers killed at random moments on PostgreSQL and Redis. `TANDEM_KILLS=100 TANDEM_ORDERS=300` runs the full size."""

import hashlib
import os
from io import BytesIO

import pytest
from django.db import transaction
from django_scopes import scope
from pypdf import PdfReader

from jobs.enums import UNFINISHED, JobState
from jobs.models import Job, StoredFile
from jobs.services import cancel, retry
from mentoring.common import storage
from reports.models import Order
from reports.services import ask_for_copies, folder
from tests.factories.accounts import MembershipFactory
from tests.factories.reports import signed_order
from tests.reports.killing.crew import Crew, wait_until

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("empty_queue")]

ORDERS = int(os.environ.get("TANDEM_ORDERS", "12"))
KILLS = int(os.environ.get("TANDEM_KILLS", "4"))
BATCH_KILLS = max(2, KILLS // 10)
RECOVERY = 60  # seconds after the last kill


@pytest.fixture
def director():
    actor = MembershipFactory(role="director")
    with scope(school=actor.school):
        yield actor


def sign(director) -> list[Order]:
    return [signed_order(by=director, size=1) for _number in range(ORDERS)]


def unfinished() -> int:
    return Job.objects.exclude(state=JobState.DONE).count()


def test_no_paper_is_lost_or_made_twice_when_workers_are_killed(director, tmp_path):
    with Crew(tmp_path) as crew:
        orders = sign(director)
        while crew.kills < KILLS and unfinished():
            crew.pause(1.5)
            crew.kill()
        done = wait_until(lambda: not unfinished(), seconds=RECOVERY)

    assert done, f"{unfinished()} of {ORDERS} are not done {RECOVERY} s after the last of {crew.kills} kills"
    assert crew.kills == KILLS
    files = {order.pdf_id: order.pdf for order in Order.objects.select_related("pdf")}
    assert len(files) == StoredFile.objects.count() == len(orders)
    for file in files.values():
        with storage.open_stored(file.sha256) as content:
            assert hashlib.sha256(content.read()).hexdigest() == file.sha256
    assert sorted(Order.objects.values_list("sequence", flat=True)) == list(range(1, ORDERS + 1))


def test_with_the_defaults_of_celery_papers_are_lost(director, tmp_path):
    """The control: without late acknowledgement and sweeper the same kills lose work."""
    with Crew(tmp_path, unsafe=True) as crew:
        sign(director)
        assert wait_until(lambda: Job.objects.filter(state=JobState.DONE).exists(), seconds=RECOVERY)
        crew._kill_all()
        crew.start()
        finished = wait_until(lambda: not unfinished(), seconds=15)

    assert not finished


@pytest.fixture
def batch(director, monkeypatch) -> tuple[Job, list[Order]]:
    """The signed orders in one PDF, in parts."""
    monkeypatch.setattr(folder, "PART", max(3, ORDERS // 20))
    orders = sign(director)
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

    def has_come_further(self) -> bool:
        return self.look().done > self.seen[-2]


def assert_all_stand_in_order(job: Job, orders: list[Order]) -> None:
    job.refresh_from_db()
    with storage.open_stored(job.file.sha256) as content:
        pages = [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content.read())).pages]
    firsts = [page for page in pages if "ПРИКАЗЫВАЮ" in page]
    assert [f"№ {order.number} " in page for order, page in zip(orders, firsts, strict=True)] == [True] * ORDERS


def test_a_batch_goes_on_after_kills_and_its_progress_never_goes_back(batch, tmp_path):
    job, orders = batch
    watched = Watched(job)
    with Crew(tmp_path) as crew:
        while crew.kills < BATCH_KILLS:
            assert wait_until(watched.has_come_further, seconds=RECOVERY)
            crew.kill()
        assert wait_until(watched.is_done, seconds=RECOVERY + ORDERS)

    assert watched.seen == sorted(watched.seen)
    assert_all_stand_in_order(job, orders)


def test_a_batch_that_is_stopped_keeps_what_is_done_and_goes_on_from_there(director, batch, tmp_path):
    job, orders = batch
    watched = Watched(job)
    with Crew(tmp_path):
        assert wait_until(lambda: job.parts.filter(state=JobState.DONE).exists(), seconds=RECOVERY + ORDERS)
        cancel(actor=director, job=job)
        assert wait_until(lambda: not job.parts.filter(state__in=UNFINISHED).exists(), seconds=RECOVERY)
        kept = {part.pk: part.file_id for part in job.parts.filter(state=JobState.DONE)}
        assert 0 < len(kept) < job.parts.count()
        assert watched.look().state == JobState.CANCELLED

        retry(actor=director, job=job)
        assert wait_until(watched.is_done, seconds=RECOVERY + ORDERS)

    assert watched.seen == sorted(watched.seen)
    assert {part.pk: part.file_id for part in job.parts.filter(pk__in=kept)} == kept
    assert_all_stand_in_order(job, orders)
