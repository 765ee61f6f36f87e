"""The text that a council has adopted and the text that an order approves are one."""

import pytest
from django.urls import reverse

from reports.models import Order
from reports.queries.order_facts import order_facts
from reports.queries.order_texts import template_texts
from reports.services import edit_document, finish_document, prepare_document, prepare_order, send_order, sign_order
from tests.factories.pairs import PairFactory

KINDS = ["statute", "programme"]


@pytest.fixture
def programme(school):
    return PairFactory(active=True, programme__school=school).programme


@pytest.fixture(params=KINDS)
def kind(request):
    return request.param


def finished(curator, programme, kind, line):
    paper = prepare_document(actor=curator, programme=programme, kind=kind, details={})
    texts = {"title": "Принятый текст", "lines": ["# 1. Раздел", line]}
    edit_document(actor=curator, document=paper, version=str(paper.version), texts=texts, details={}, stamps=[])
    return finish_document(actor=curator, document=paper)


def draft(curator, programme, kind):
    return prepare_order(actor=curator, programme=programme, kind=kind, details={})


def blocks(order) -> list[dict]:
    return order_facts(order)["annexes"][0]["blocks"]


def test_an_order_takes_the_last_finished_paper_and_freezes_it(curator, director, programme, kind):
    order = draft(curator, programme, kind)
    assert len(blocks(order)) > 10
    finished(curator, programme, kind, "Прежний текст.")
    last = finished(curator, programme, kind, "Принятый текст.")
    prepare_document(actor=curator, programme=programme, kind=kind, details={})

    assert blocks(order) == last.payload["blocks"]
    send_order(actor=curator, order=order)
    signed = sign_order(actor=director, order=Order.objects.get(pk=order.pk))
    finished(curator, programme, kind, "Новый текст.")

    assert Order.objects.get(pk=signed.pk).payload["annexes"][0]["blocks"] == last.payload["blocks"]


def test_the_page_says_which_text_the_order_takes(sign_in, curator, programme, kind):
    client, order = sign_in(curator), draft(curator, programme, kind)

    assert client.get(order.get_absolute_url()).context["approved"]["paper"] is None
    paper = finished(curator, programme, kind, "Принятый текст.")

    page = client.get(order.get_absolute_url())
    assert page.context["approved"]["paper"] == paper
    assert paper.get_absolute_url() in page.content.decode()


def test_a_text_that_is_taken_is_not_edited_in_the_order_and_is_not_lost_there(sign_in, curator, programme, kind):
    client, order = sign_in(curator), draft(curator, programme, kind)
    url = reverse("reports:order_edit", args=[order.pk])
    assert "lines" in client.get(url).context["wording"].fields
    finished(curator, programme, kind, "Принятый текст.")

    form = client.get(url).context["wording"]
    assert "lines" not in form.fields
    told = {
        "title": "Об утверждении",
        "preamble": "По решению школы",
        "items": "Утвердить.",
        "start": "2026-09-01",
        "coordinator": curator.pk,
    }
    response = client.post(url, told | {"version": form["version"].value()})

    assert response.status_code == 302
    assert Order.objects.get(pk=order.pk).texts["lines"] == template_texts(kind)["lines"] != []


def test_other_orders_say_nothing_of_a_text(sign_in, curator, programme):
    order = draft(curator, programme, "rewards")

    assert sign_in(curator).get(order.get_absolute_url()).context["approved"] is None
