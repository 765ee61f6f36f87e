import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from jobs.models import Job
from jobs.services import run
from mentoring.common import storage
from reports.documents.order import order_paper
from reports.models import Order
from reports.services import sign_order
from reports.views.checking import ASKS
from tests.factories.reports import OrderFactory


@pytest.fixture
def order(director):
    order = OrderFactory(sent=True, programme__school=director.school)
    sign_order(actor=director, order=order, site="https://tandem.example")
    run(Job.objects.get().pk)
    return Order.objects.select_related("pdf").get(pk=order.pk)


def address(order) -> str:
    return reverse("reports:verify", args=[order.check_code])


def upload(client, order, content: bytes):
    return client.post(address(order), {"file": SimpleUploadedFile("Приказ.pdf", content, "application/pdf")})


def test_anybody_learns_kind_number_and_date_and_nothing_else(client, order):
    text = client.get(address(order)).content.decode()

    assert "Закрепление наставнических пар и групп" in text
    assert order.number in text
    hidden = [order.school.short_name, order.title, order.pairs.get().mentor.person.surname, order.pdf.sha256, order.author.user.last_name]
    assert [words for words in hidden if words in text] == []


def test_paper_carries_a_code_that_leads_here(order):
    assert 'class="paper-qr"' in order_paper(order).html
    assert order.payload["check"] == {"site": "https://tandem.example", "code": order.check_code}


def test_the_very_file_is_known_again(client, order):
    content = storage.stored_path(order.pdf.sha256).read_bytes()

    assert upload(client, order, content).context["same"] is True


def test_a_file_with_one_changed_sign_is_not(client, order):
    content = bytearray(storage.stored_path(order.pdf.sha256).read_bytes())
    content[-1] ^= 1

    assert upload(client, order, bytes(content)).context["same"] is False


def test_an_unknown_code_and_an_unsigned_order_are_not_found(client, order):
    assert client.get(reverse("reports:verify", args=["x" * 24])).status_code == 404


def test_codes_cannot_be_guessed_in_a_row(client, order):
    answers = [client.get(address(order)).status_code for _turn in range(ASKS + 1)]

    assert answers[-2:] == [200, 429]


def test_the_stored_file_of_a_signed_order_cannot_be_written_over(order):
    with pytest.raises(TypeError):
        order.pdf.save()
    with pytest.raises(TypeError):
        order.pdf.delete()
