import pytest

from accounts.models import AuditEvent
from jobs.models import Job, StoredFile
from jobs.services import run
from reports.services import ask_for_register
from reports.tasks.papers import order_pdf
from tests.factories.reports import OrderFactory, signed_order


@pytest.fixture
def order(director):
    return signed_order(by=director)


def test_the_pdf_is_attached_to_the_order(order):
    run(Job.objects.get().pk)

    order.refresh_from_db()
    assert order.pdf == Job.objects.get().file
    assert order.pdf.name.startswith("Приказ 1-од")


def test_running_twice_prints_once(order):
    job = Job.objects.get()

    assert order_pdf(job) == order_pdf(job)
    assert StoredFile.objects.count() == 1


def test_the_journal_keeps_the_digest_of_the_file_once(order, director):
    job = Job.objects.get()
    file = order_pdf(job)
    order_pdf(job)

    event = AuditEvent.objects.get(name="order.pdf_kept")
    assert (event.details, event.by_membership, event.subject_id) == ({"pdf_sha256": file.sha256}, director.pk, order.pk)


def test_the_loser_of_two_runs_keeps_the_file_of_the_winner(order, monkeypatch):
    """A worker that slept past its lease finds the paper already there when it wants to attach its own."""
    job = Job.objects.get()
    first = order_pdf(job)
    from reports.tasks import papers as tasks  # noqa: PLC0415 - the module whose sight of the row is made stale

    stale = type(order).objects.get(pk=order.pk)
    stale.pdf = None
    monkeypatch.setattr(tasks.Order.objects, "select_related", lambda *names: type("Rows", (), {"get": lambda self, **kwargs: stale})())

    assert order_pdf(job) == first


def test_register_is_printed_as_it_was_filtered(curator, school):
    OrderFactory(programme__school=school)
    job = ask_for_register(actor=curator, filters={"kind": "pairing"})

    run(job.pk)

    job.refresh_from_db()
    assert job.file.name.endswith(".pdf")
