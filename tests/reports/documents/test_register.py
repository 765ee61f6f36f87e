"""The register of orders: what has a number, in the columns that a Russian register has, in one order on every database."""

import datetime
import io
import random
import subprocess

import openpyxl
import pytest
from django.urls import reverse
from pypdf import PdfReader

from accounts.enums import Role
from jobs.models import Job
from jobs.services import run
from mentoring.common import storage
from reports.documents.register import COLUMNS, register_paper, register_sections
from reports.enums import OrderState
from reports.models import Order
from reports.services import add_series, prepare_order, register_earlier_order, send_order, sign_order
from tests.factories.reports import OrderFactory, signed_order

DAY = datetime.date(2026, 10, 12)
CSV = "csv:Text - txt - csv (StarCalc):44,34,76"


@pytest.fixture
def enter(curator, programme):
    """Call it with a number, a day and a series: the order from paper."""
    return lambda number, day=DAY, **told: register_earlier_order(
        actor=curator, programme=programme, title=f"О приказе {number}", number=number, signed_on=day, **told
    )


def numbers(sections) -> list[list[str]]:
    return [[row[1] for row in section.rows] for section in sections]


def test_only_what_has_a_number_stands_in_it(director, enter, school):
    for state in (OrderState.DRAFT, OrderState.SENT, OrderState.RETURNED, OrderState.DISCARDED):
        OrderFactory(programme__school=school, state=state)
    enter("1-од")
    signed_order(by=director, on=DAY)

    assert numbers(register_sections(Order.objects.all())) == [["1-од", "2-од"]]


def test_a_register_without_orders_is_printed(school):
    assert "Записей: 0" in register_paper(school, Order.objects.all()).html


def test_days_and_places_order_it_and_a_number_without_a_place_comes_last(enter):
    told = [("12-од", 2), ("3-од", 1), ("9-од", 1), ("7-а", 1), ("10-од", 1)]
    for number, day in random.Random(7).sample(told, len(told)):
        enter(number, datetime.date(2026, 9, day))

    assert numbers(register_sections(Order.objects.all())) == [["3-од", "9-од", "10-од", "7-а", "12-од"]]


def test_each_series_is_numbered_for_itself(enter, curator):
    awards = add_series(actor=curator, title="О поощрении", template="{n}-п")
    for number, series in [("1-од", "main"), ("1-п", awards.code), ("2-од", "main"), ("2-п", awards.code)]:
        enter(number, series=series)

    main, other = register_sections(Order.objects.all())

    assert (main.title, other.title) == ("Основной ряд", "О поощрении")
    assert [row[:2] for row in main.rows + other.rows] == [[1, "1-од"], [2, "2-од"], [1, "1-п"], [2, "2-п"]]


def test_a_row_tells_who_signed_prepared_annulled_and_how_many_have_read(director, curator, give_role):
    order = signed_order(by=director, on=DAY)
    first = order.acknowledgements.first()
    first.done_on, first.way, first.recorded_by = DAY, "sheet", curator
    first.save()
    annulment = prepare_order(actor=curator, programme=order.programme, kind="annulment", amends=order, details={"reason": "ошибка"})
    send_order(actor=curator, order=annulment)
    sign_order(actor=give_role(Role.DIRECTOR), order=annulment, on=DAY)

    row, last = register_sections(Order.objects.all())[0].rows

    assert row == [
        1,
        "1-од",
        DAY,
        order.title,
        str(director.user),
        str(order.author.user),
        "Отменён приказом № 2-од от 12.10.2026",
        f"1 из {order.acknowledgements.count()}",
    ]
    assert last[6] == ""


def test_all_have_read_it(director, curator):
    order = signed_order(by=director, on=DAY)
    order.acknowledgements.update(done_on=DAY, way="sheet", recorded_by=curator)

    assert register_sections(Order.objects.all())[0].rows[0][-1] == f"12.10.2026, все ({order.acknowledgements.count()})"


@pytest.mark.parametrize("count", [1, 30])
def test_number_of_queries_does_not_grow(enter, count, django_assert_num_queries):
    for place in range(1, count + 1):
        enter(f"{place}-од")

    with django_assert_num_queries(3):
        register_sections(Order.objects.all())


def test_the_button_prints_what_the_list_shows(sign_in, curator, enter):
    enter("1-од", datetime.date(2025, 9, 1))
    enter("1-од")
    enter("2-од")

    sign_in(curator).post(reverse("reports:order_register"), {"query": "calendar_year=2026&number=2-ОД&page=1"})

    job = Job.objects.get(kind="order_register_pdf")
    run(job.pk)
    job.refresh_from_db()
    text = PdfReader(storage.stored_path(job.file.sha256)).pages[0].extract_text()
    assert "О приказе 2-од" in text
    assert "О приказе 1-од" not in text
    assert [column.heading.split()[0] in text for column in COLUMNS] == [True] * len(COLUMNS)


def workbook(client, query: str = "") -> bytes:
    response = client.post(reverse("reports:order_register_workbook"), {"query": query})
    content = b"".join(response.streaming_content)
    response.close()
    return content


def test_the_workbook_has_a_sheet_for_each_series(sign_in, curator, enter):
    awards = add_series(actor=curator, title="О поощрении", template="{n}-п")
    enter("1-од")
    enter("=1+1", series=awards.code)

    book = openpyxl.load_workbook(io.BytesIO(workbook(sign_in(curator))))

    assert book.sheetnames == ["Основной ряд", "О поощрении"]
    assert [cell.value for cell in book["Основной ряд"][1]] == [column.heading for column in COLUMNS]
    place, number, day, *_rest = [cell.value for cell in book["Основной ряд"][2]]
    assert (place, number, day.date()) == (1, "1-од", DAY)
    assert book["О поощрении"]["B2"].data_type == "s"


@pytest.mark.office
def test_libreoffice_opens_the_workbook(sign_in, curator, enter, tmp_path):
    enter("1-од")
    path = tmp_path / "register.xlsx"
    path.write_bytes(workbook(sign_in(curator)))

    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", CSV, "--outdir", tmp_path, path], check=True, capture_output=True)

    assert "1,1-од,12.10.2026,О приказе 1-од" in (tmp_path / "register.csv").read_text(encoding="utf-8")
