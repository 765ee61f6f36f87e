"""The parts of a printed order stand in the order of real ones (school 4, order 71-б; docs/domain.md, «Order»)."""

import datetime
import io

import pytest
from pypdf import PdfReader

from reports.documents.order import order_paper
from reports.models import Order
from reports.services import prepare_order, send_order, sign_order
from tests.factories.pairs import PairFactory

pytestmark = pytest.mark.once  # what is printed does not depend on the database


def text_of(pdf: bytes) -> str:
    """Without spaces: the heading is spaced out by letters."""
    return squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_an_order_on_the_statute_has_the_parts_of_a_real_one(school, curator, director):
    programme = PairFactory(programme__school=school).programme
    told = {"start": "2026-09-01", "basis_order": "приказа управления от 29.08.2026 № 100", "protocol_number": "1"}
    order = prepare_order(actor=curator, programme=programme, kind="statute", details=told | {"protocol_date": "2026-08-30"})
    send_order(actor=curator, order=order)
    signed = sign_order(actor=director, order=Order.objects.get(pk=order.pk), on=datetime.date(2026, 9, 1))

    text = text_of(order_paper(signed).pdf)

    parts = [" ".join(school.full_name.split()), "ПРИКАЗ", "1 сентября 2026 г.", school.place, "№ 1-од", "Об утверждении положения"]
    parts += ["В целях внедрения", "на основании приказа управления от 29.08.2026 № 100", "протокол от 30.08.2026 № 1", "ПРИКАЗЫВАЮ:"]
    parts += [
        "1. Утвердить и ввести в действие с 01.09.2026",
        "– Положение",
        "(приложение 1);",
        "– Дорожную карту",
        "(приложение 2).",
        "2. Назначить ответственным",
    ]
    parts += ["Контроль исполнения оставляю за собой", school.director_post, "Приложение 1 к приказу № 1-од", "1. Общие положения"]
    parts += ["Заключительные положения", "Приложение 2 к приказу № 1-од", "Этап", "Лист ознакомления"]
    places = []
    for part in parts:
        places.append(text.find(squeezed(part), places[-1] + 1 if places else 0))
    assert [part for part, place in zip(parts, places, strict=True) if place < 0] == []
