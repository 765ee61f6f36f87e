"""The PDF of an order and of a document that could not be made: whoever may prepare the paper has it printed once more."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from accounts.enums import Role
from accounts.models import AuditEvent
from jobs.models import Job
from jobs.services import run
from reports.services import finish_document
from tests.factories.accounts import MembershipFactory
from tests.factories.reports import DocumentFactory, OrderFactory, signed_order

PAPERS = ["order", "document"]


@pytest.fixture
def asker(school):
    """A curator who has asked for the PDF of the document."""
    return MembershipFactory(school=school, role=Role.CURATOR)


@pytest.fixture
def paper(request, school, director, asker):
    """An order that the director has signed, or a document that a colleague has finished."""
    if request.param == "order":
        return signed_order(by=director)
    return finish_document(actor=asker, document=DocumentFactory(programme__school=school, author=asker))


def repeat_address(paper) -> str:
    return reverse(f"reports:{paper._meta.model_name}_pdf_repeat", args=[paper.pk])


def page(client, paper) -> str:
    return client.get(paper.get_absolute_url()).content.decode()


@pytest.mark.parametrize("paper", PAPERS, indirect=True)
@pytest.mark.parametrize("state", ["failed", "cancelled"])
def test_a_pdf_that_was_not_made_is_printed_once_more_by_somebody_who_has_not_asked_for_it(sign_in, curator, paper, state):
    Job.objects.update(state=state)
    client = sign_in(curator)
    assert repeat_address(paper) in page(client, paper)

    assert client.post(repeat_address(paper)).url == paper.get_absolute_url()

    job = Job.objects.get()
    assert (job.state, job.created_by) == ("queued", curator)


@pytest.mark.parametrize("paper", PAPERS, indirect=True)
def test_the_journal_names_who_has_had_the_file_made(sign_in, curator, paper):
    Job.objects.update(state="failed")

    sign_in(curator).post(repeat_address(paper))
    run(Job.objects.get().pk)

    assert AuditEvent.objects.get(name=f"{paper._meta.model_name}.pdf_kept").by_membership == curator.pk


@pytest.mark.parametrize("paper", PAPERS, indirect=True)
def test_the_page_says_why_it_was_not_made_and_of_an_order_that_it_is_in_force(sign_in, curator, paper):
    Job.objects.update(state="failed", error="Нет шрифта.")

    text = page(sign_in(curator), paper)

    assert "Нет шрифта." in text
    assert ("Приказ всё равно действует." in text) is (paper._meta.model_name == "order")


@pytest.mark.parametrize("paper", PAPERS, indirect=True)
def test_a_pdf_under_way_is_not_asked_for_twice(sign_in, curator, paper):
    client = sign_in(curator)
    assert repeat_address(paper) not in page(client, paper)

    response = client.post(repeat_address(paper))

    assert len(list(get_messages(response.wsgi_request))) == 1
    assert Job.objects.count() == 1


@pytest.mark.parametrize("paper, may", [("order", True), ("document", False)], indirect=["paper"])
def test_the_director_repeats_what_a_director_signs(sign_in, director, paper, may):
    Job.objects.update(state="failed")
    client = sign_in(director)

    assert (repeat_address(paper) in page(client, paper)) is may
    assert client.post(repeat_address(paper)).status_code == (302 if may else 403)


@pytest.mark.parametrize("factory", [OrderFactory, DocumentFactory])
def test_a_draft_has_no_pdf_to_ask_for(sign_in, curator, school, factory):
    draft = factory(programme__school=school)

    assert sign_in(curator).post(repeat_address(draft)).status_code == 404


@pytest.mark.parametrize("paper", PAPERS, indirect=True)
def test_the_progress_becomes_the_download(sign_in, curator, paper):
    client, name = sign_in(curator), paper._meta.model_name
    progress, pdf = (reverse(f"reports:{name}_{step}", args=[paper.pk]) for step in ("pdf_progress", "pdf"))
    assert progress in page(client, paper)
    assert client.get(pdf).status_code == 404

    run(Job.objects.get().pk)

    assert pdf in client.get(progress).content.decode()
    response = client.get(pdf)
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert b"".join(response.streaming_content).startswith(b"%PDF")
