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


@pytest.fixture
def earlier(curator, programme) -> Order:
    day = datetime.date(2026, 9, 1)
    return register_earlier_order(actor=curator, programme=programme, title="О внедрении модели", number="71-од", signed_on=day)


def requisites(order, **told) -> dict:
    return {
        "programme": order.programme_id,
        "kind": "introduction",
        "title": order.title,
        "number": order.number,
        "signed_on": "2026-09-01",
        "series": "main",
    } | told


def test_typed_wrong_it_is_corrected_on_its_page(sign_in, curator, earlier):
    client = sign_in(curator)
    page = address("order_correct", earlier)
    assert page in client.get(earlier.get_absolute_url()).content.decode()
    assert client.get(page).context["form"]["number"].value() == "71-од"

    text = client.post(page, requisites(earlier, number="7-од"), follow=True).content.decode()

    assert "№ 7-од" in text
    assert "Следующий приказ 2026 года получит номер 8-од." in text
    assert "Внедрение" in text


def test_a_number_that_is_taken_is_refused_beside_the_field(sign_in, curator, earlier, programme):
    day = datetime.date(2026, 9, 1)
    register_earlier_order(actor=curator, programme=programme, title="О кураторах", number="70-од", signed_on=day)

    form = sign_in(curator).post(address("order_correct", earlier), requisites(earlier, number="70-од")).context["form"]

    assert list(form.errors) == ["number"]


def test_taken_out_it_is_gone_from_the_list(sign_in, curator, earlier):
    client = sign_in(curator)
    assert client.post(address("order_take_out", earlier)).url == address("order_correct", earlier)

    client.post(address("order_take_out", earlier), {"reason": "внесён дважды"})

    assert not Order.objects.exists()


def test_an_annulled_one_is_not_corrected(sign_in, curator, annulled):
    client = sign_in(curator)

    assert client.get(address("order_correct", annulled)).status_code == 404
    assert address("order_correct", annulled) not in client.get(annulled.get_absolute_url()).content.decode()
