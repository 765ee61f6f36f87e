import datetime
import logging
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from reports.documents.order import order_file_name, order_paper, order_preview, sheet_paper
from reports.documents.tables import table_context
from reports.queries.checking import signed_paper
from reports.queries.order_texts import template_texts
from reports.services import sign_order
from tests.factories.participants import PersonFactory
from tests.factories.reports import OrderFactory, signed_order

pytestmark = pytest.mark.once  # what is printed does not depend on the database

DAY = datetime.date(2026, 10, 12)


@pytest.fixture
def signed(director):
    return signed_order(by=director, on=DAY, size=2)


def test_paper_renders_without_an_error_in_the_log(signed, caplog):
    with caplog.at_level(logging.WARNING):
        paper = order_paper(signed)

    assert paper.pdf.startswith(b"%PDF")
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


def test_paper_carries_everything_an_order_must(signed):
    html = order_paper(signed).html

    school = signed.school
    needed = [school.founder, school.full_name, school.place, "12 октября 2026 г.", "№&nbsp;1-од", signed.title, "ПРИКАЗЫВАЮ:"]
    needed += [school.director_post, school.director_signature, "Приложение 1", "Лист ознакомления", "Контроль"]
    assert [words for words in needed if words not in html] == []


def test_same_facts_print_the_same_paper_after_a_change_of_surname(signed):
    before = order_paper(signed).sha256
    person = signed.pairs.first().mentor.person
    person.surname = "Переименованная"
    person.save()
    signed.refresh_from_db()

    assert order_paper(signed).sha256 == before


def test_preview_is_the_paper_before_number_and_date(school):
    order = OrderFactory(programme__school=school)

    preview = order_preview(order)

    assert "ПРИКАЗЫВАЮ:" in preview
    assert "№&nbsp;__________" in preview


def test_names_are_text_on_paper_too(school):
    mentor = PersonFactory(school=school, surname="<img src='file:///etc/passwd'>", ready=True)
    order = OrderFactory(programme__school=school, size=1)
    record = order.pairs.get().mentor
    record.person = mentor
    record.save()

    assert "&lt;img" in order_preview(order)


def test_each_mentee_of_a_group_has_a_line_that_the_mentor_spans(school):
    from tests.factories.pairs import PairFactory  # noqa: PLC0415 - only here

    order = OrderFactory(programme__school=school, size=0)
    order.pairs.add(PairFactory(programme=order.programme, state="in_order", group=3))

    assert order_preview(order).count('rowspan="3"') == 6  # number, mentor, post, form, role model, term


def test_file_name_has_no_path_in_it(signed):
    signed.number = "26/1"

    assert order_file_name(signed) == "Приказ 26-1 от 12.10.2026.pdf"


@pytest.mark.parametrize("items, sheets", [(1, 1), (18, 2), (30, 3)])
def test_the_code_stands_in_the_lower_right_corner_of_the_first_sheet_alone(school, director, items, sheets):
    texts = template_texts("pairing") | {"readers": [], "items": [{"text": "Пункт приказа. " * 12, "parts": []}] * items}
    order = OrderFactory(programme__school=school, sent=True, texts=texts, size=1)

    paper = order_paper(sign_order(actor=director, order=order, site="https://tandem.example.ru"))

    assert [has_code(page) for page in PdfDocument(paper.pdf)] == [True, *[False] * sheets]  # the last one is the appendix


def has_code(page) -> bool:
    """Is the lower right corner, inside of the margins, painted?"""
    picture = page.render(scale=1).to_pil().convert("L")
    mm = picture.width / (210 if picture.width < picture.height else 297)
    right, bottom = int(picture.width - 10 * mm), int(picture.height - 2 * mm)
    corner = picture.crop((int(right - 17 * mm), int(bottom - 17 * mm), right, bottom))
    return corner.resize((1, 1)).getpixel((0, 0)) < 200


def test_a_school_may_print_its_orders_without_the_code(school, director):
    school.orders_carry_code = False
    school.save(update_fields=["orders_carry_code"])

    signed = sign_order(actor=director, order=OrderFactory(programme__school=school, sent=True), site="https://tandem.example.ru")

    assert "paper-check" not in order_paper(signed).html
    assert signed_paper(signed.check_code).number == signed.number


def test_the_acknowledgement_sheet_says_which_order_it_belongs_to(signed):
    sheet = order_paper(signed).html.partition("Лист ознакомления</h2>")[2]

    assert "к приказу № 1-од от 12 октября 2026 г." in sheet


def test_each_page_of_the_sheet_alone_says_its_order_and_repeats_the_head(director):
    order = signed_order(by=director, on=DAY, size=40)
    waiting = list(order.acknowledgements.all())[1:]

    pages = [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(sheet_paper(order, waiting).pdf)).pages]

    assert len(pages) > 2
    assert [page for page in pages if "к приказу № 1-од от 12 октября 2026 г." not in page or "Подпись" not in page] == []
    whole = " ".join(pages)
    assert [line.name for line in waiting if line.name not in whole] == []
    assert "ПРИКАЗЫВАЮ" not in whole
    assert order.payload["acquaintance"]["people"][0]["name"] not in whole


def test_a_cell_that_goes_on_over_the_page_has_a_line_under_it():
    rows = [[["1. Подготовка"], [f"Мероприятие {number}" for number in range(9)]]]

    assert table_context({"columns": ["Этап", "Мероприятия"], "rows": rows})["spans"]
    assert not table_context({"columns": ["№", "Имя"], "rows": [[["1"], ["Орлова"]]]})["spans"]
