import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from jobs.models import Job
from jobs.services import run
from reports.services import return_order
from tests.factories.pairs import PairFactory
from tests.factories.reports import OrderFactory, signed_order


@pytest.fixture
def order(school):
    return OrderFactory(programme__school=school, sent=True, size=3)


def page(client, order) -> str:
    return client.get(order.get_absolute_url()).content.decode()


def test_director_reads_the_sheet_and_what_the_signature_changes(sign_in, director, order):
    text = page(sign_in(director), order)

    assert "ПРИКАЗЫВАЮ:" in text
    assert order.pairs.first().mentor.person.full_name in text
    assert reverse("reports:order_step", args=[order.pk, "sign"]) in text
    assert reverse("reports:order_step", args=[order.pk, "return"]) in text


def test_curator_sees_no_button_to_sign(sign_in, curator, order):
    assert reverse("reports:order_step", args=[order.pk, "sign"]) not in page(sign_in(curator), order)


def test_returned_order_shows_the_remark(sign_in, curator, director, order):
    return_order(actor=director, order=order, note="Срок в приложении не тот <b>")

    text = page(sign_in(curator), order)

    assert text.count("Срок в приложении не тот &lt;b&gt;") == 2  # on top and in the story
    assert reverse("reports:order_step", args=[order.pk, "send"]) in text


@pytest.mark.parametrize("size", [1, 30])
def test_number_of_queries_does_not_grow_with_the_pairs(sign_in, director, school, size, django_assert_num_queries):
    client = sign_in(director)
    order = OrderFactory(programme__school=school, sent=True, size=size)

    with django_assert_num_queries(15):
        assert client.get(order.get_absolute_url()).status_code == 200


def test_signed_order_polls_for_its_pdf_and_then_offers_it(sign_in, director):
    order = signed_order(by=director)
    client = sign_in(director)
    progress_url = reverse("reports:order_pdf_progress", args=[order.pk])
    pdf_url = reverse("reports:order_pdf", args=[order.pk])

    assert progress_url in page(client, order)
    assert client.get(pdf_url).status_code == 404

    run(Job.objects.get().pk)

    assert pdf_url in client.get(progress_url).content.decode()
    response = client.get(pdf_url)
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert b"".join(response.streaming_content).startswith(b"%PDF")


def test_failed_pdf_says_why_and_that_the_order_is_in_force(sign_in, director):
    order = signed_order(by=director)
    Job.objects.update(state="failed", error="Нет шрифта.")

    assert "Нет шрифта." in page(sign_in(director), order)


@pytest.mark.parametrize("state", ["failed", "cancelled"])
def test_a_pdf_that_was_not_made_is_asked_for_again_by_somebody_who_has_not_signed(sign_in, director, curator, state):
    order = signed_order(by=director)
    Job.objects.update(state=state)
    client, address = sign_in(curator), reverse("reports:order_pdf_repeat", args=[order.pk])
    assert address in page(client, order)

    assert client.post(address).url == order.get_absolute_url()

    assert Job.objects.get().state == "queued"


def test_a_pdf_under_way_is_not_asked_for_twice(sign_in, director):
    order = signed_order(by=director)
    client, address = sign_in(director), reverse("reports:order_pdf_repeat", args=[order.pk])
    assert address not in page(client, order)

    response = client.post(address)

    assert len(list(get_messages(response.wsgi_request))) == 1
    assert Job.objects.count() == 1


def test_a_draft_has_no_pdf_to_ask_for(sign_in, director, order):
    assert sign_in(director).post(reverse("reports:order_pdf_repeat", args=[order.pk])).status_code == 404


def test_preview_is_the_sheet_alone(sign_in, director, order):
    text = sign_in(director).get(reverse("reports:order_preview", args=[order.pk])).content.decode()

    assert "ПРИКАЗЫВАЮ:" in text
    assert "<nav" not in text


def test_the_page_names_the_pairs_that_go_on_new_terms(sign_in, curator, order):
    changed = PairFactory(programme=order.programme, active=True)
    order.changed_pairs.add(changed)

    assert changed.get_absolute_url() in page(sign_in(curator), order)
