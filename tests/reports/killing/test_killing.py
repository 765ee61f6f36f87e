"""Workers killed at random moments on PostgreSQL and Redis. `TANDEM_KILLS=100 TANDEM_ORDERS=300` runs the full size."""

import hashlib
import os
from io import BytesIO

import pytest
from django.db import transaction
from django_scopes import scope
from pypdf import PdfReader

from jobs.enums import JobState
from jobs.models import Job, StoredFile
from mentoring.common import storage
from reports.models import Order
from reports.services import ask_for_copies, folder
from tests.factories.accounts import MembershipFactory
from tests.factories.reports import signed_order
from tests.reports.killing.crew import Crew, wait_until

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("empty_queue")]

ORDERS = int(os.environ.get("TANDEM_ORDERS", "12"))
KILLS = int(os.environ.get("TANDEM_KILLS", "4"))
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


def test_a_batch_goes_on_after_kills_and_its_progress_never_goes_back(director, tmp_path, monkeypatch):
    monkeypatch.setattr(folder, "PART", 3)
    orders = sign(director)
    Job.objects.update(state=JobState.DONE)  # their own papers are not what is tested here
    with Crew(tmp_path) as crew:
        with transaction.atomic():
            job = ask_for_copies(actor=director, orders=[order.pk for order in orders])
        seen = [0]

        def is_done() -> bool:
            row = Job.objects.get(pk=job.pk)
            seen.append(row.done)
            return row.state == JobState.DONE

        while crew.kills < 2 and not is_done():
            crew.pause(2.0)
            crew.kill()
        assert wait_until(is_done, seconds=RECOVERY)

    assert seen == sorted(seen)
    job.refresh_from_db()
    with storage.open_stored(job.file.sha256) as content:
        pages = [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content.read())).pages]
    firsts = [page for page in pages if "ПРИКАЗЫВАЮ" in page]
    assert [f"№ {order.number} " in page for order, page in zip(orders, firsts, strict=True)] == [True] * ORDERS
