"""The parts of a printed order stand in the order of real ones (school 4, order 71-б; docs/domain.md, «Order»)."""

import datetime
import shutil
import subprocess

import pytest

from reports.documents.order import order_paper
from reports.models import Order
from reports.services import prepare_order, send_order, sign_order
from tests.factories.pairs import PairFactory

NEEDS_POPPLER = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not there")


def text_of(pdf: bytes, tmp_path) -> str:
    """In the order of the document itself, not of the columns that the sheet seems to have."""
    (tmp_path / "order.pdf").write_bytes(pdf)
    found = subprocess.run(["pdftotext", "-raw", tmp_path / "order.pdf", "-"], capture_output=True, text=True, check=True)
    return " ".join(found.stdout.replace("\u00a0", " ").split())


@NEEDS_POPPLER
def test_an_order_on_the_statute_has_the_parts_of_a_real_one(school, curator, director, tmp_path):
    programme = PairFactory(programme__school=school).programme
    told = {"start": "2026-09-01", "basis_order": "приказа управления от 29.08.2026 № 100", "protocol_number": "1"}
    order = prepare_order(actor=curator, programme=programme, kind="statute", details=told | {"protocol_date": "2026-08-30"})
    send_order(actor=curator, order=order)
    signed = sign_order(actor=director, order=Order.objects.get(pk=order.pk), on=datetime.date(2026, 9, 1))

    text = text_of(order_paper(signed).pdf, tmp_path)

    parts = [" ".join(school.full_name.split()), "ПРИКАЗ", "1 сентября 2026 г.", school.place, "№ 1-од", "Об утверждении положения"]
    parts += ["В целях внедрения", "на основании приказа управления от 29.08.2026 № 100", "протокол от 30.08.2026 № 1", "ПРИКАЗЫВАЮ:"]
    parts += ["1. Утвердить и ввести в действие с 01.09.2026", "(приложение 1)", "(приложение 2)", "2. Назначить ответственным"]
    parts += ["Контроль исполнения оставляю за собой", school.director_post, "Приложение 1 к приказу № 1-од", "1. Общие положения"]
    parts += ["Заключительные положения", "Приложение 2 к приказу № 1-од", "Этап", "Лист ознакомления"]
    places = []
    for part in parts:
        places.append(text.find(part, places[-1] + 1 if places else 0))
    assert [part for part, place in zip(parts, places, strict=True) if place < 0] == []
