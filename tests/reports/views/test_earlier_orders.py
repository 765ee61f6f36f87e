"""An order from before Tandem has requisites and no sheet: in force or annulled, no page of it asks for more."""

import datetime

import pytest
from django.urls import reverse

from jobs.models import Job
from jobs.services import run
from pairs.enums import PairState
from reports.enums import EARLIER, OrderState
from reports.models import Order
from reports.services import prepare_order, register_earlier_order, send_order, sign_order
from tests.factories.pairs import PairFactory


@pytest.fixture
def annulled(curator, director, school) -> Order:
    programme = PairFactory(programme__school=school, state=PairState.AGREED).programme
    paper = {"title": "О внедрении модели", "number": "71-б", "signed_on": datetime.date(2026, 9, 1)}
    earlier = register_earlier_order(actor=curator, programme=programme, **paper)
    order = prepare_order(actor=curator, programme=programme, kind="annulment", amends=earlier, details={"reason": "ошибка"})
    send_order(actor=curator, order=order)
    sign_order(actor=director, order=order)
    return Order.objects.get(pk=earlier.pk)


def address(name: str, order) -> str:
    return reverse(f"reports:{name}", args=[order.pk])


def test_its_page_shows_the_requisites_and_that_it_is_annulled(sign_in, director, annulled):
    text = sign_in(director).get(annulled.get_absolute_url()).content.decode()

    assert (annulled.kind, annulled.state) == (EARLIER, OrderState.ANNULLED)
    assert "71-б" in text
    assert annulled.get_state_display() in text


def test_there_is_no_sheet_to_print_and_no_pdf(sign_in, director, annulled):
    client = sign_in(director)

    assert client.get(address("order_preview", annulled)).status_code == 404
    assert client.get(address("order_pdf", annulled)).status_code == 404
    assert "order-pdf" not in client.get(address("order_pdf_progress", annulled)).content.decode()


def test_its_sheet_of_acknowledgement_stays_empty(sign_in, curator, annulled):
    assert sign_in(curator).get(address("order_sheet", annulled)).status_code == 200


def test_it_stands_in_the_list_and_in_the_register(sign_in, director, annulled):
    client = sign_in(director)

    assert "71-б" in client.get(reverse("reports:orders")).content.decode()

    client.post(reverse("reports:order_register"), {"query": ""})
    run(Job.objects.get(kind="order_register_pdf").pk)

    assert Job.objects.get(kind="order_register_pdf").file is not None


def test_the_check_page_knows_the_order_that_annuls_it_and_not_itself(client, annulled):
    assert annulled.check_code is None
    assert client.get(reverse("reports:verify", args=[annulled.amended_by.get().check_code])).status_code == 200
    assert client.get(reverse("reports:verify", args=["None"])).status_code == 404
