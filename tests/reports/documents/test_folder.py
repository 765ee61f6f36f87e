import datetime
import hashlib
import zipfile
from io import BytesIO

import pytest
from pypdf import PdfReader

from jobs.services import store
from reports.documents.folder import parts as folder_parts_module
from reports.documents.folder.collecting import collect_folder, safe_name
from reports.documents.folder.parts import folder_parts
from tests.factories.pairs import MeetingFactory
from tests.factories.reports import OrderFactory, signed_order

DAY = datetime.date(2026, 10, 12)
SECRET = "поссорился с отчимом"


@pytest.fixture
def order(director):
    return signed_order(by=director, on=DAY, size=1)


@pytest.fixture
def programme(order):
    return order.programme


def collected(programme, *, as_archive: bool) -> BytesIO:
    file = BytesIO()
    collect_folder(file, programme, as_archive=as_archive, on_done=lambda done, total: None)
    return file


def test_pdf_opens_with_contents_that_name_the_true_pages(programme):
    reader = PdfReader(collected(programme, as_archive=False))

    contents = reader.pages[1].extract_text()
    found = next(number for number, page in enumerate(reader.pages, 1) if "ПРИКАЗЫВАЮ" in page.extract_text())
    line = next(line for line in contents.splitlines() if "Приказ 1-од" in line)
    assert line.split()[-1] == str(found)
    assert [item.title for item in reader.outline if not isinstance(item, list)] == [
        "Приказы",
        "Планирование",
        "Участники и согласия",
        "Работа пар",
        "Мониторинг",
    ]


def test_archive_holds_the_very_file_that_was_signed(programme, order):
    order.pdf = store(school_id=order.school_id, name="Приказ.pdf", content_type="application/pdf", content=whole_pdf(order))
    order.save(update_fields=["pdf"])

    with zipfile.ZipFile(collected(programme, as_archive=True)) as archive:
        name = next(name for name in archive.namelist() if "Приказ 1-од" in name)
        assert hashlib.sha256(archive.read(name)).hexdigest() == order.pdf.sha256
        assert {name.split("/")[0] for name in archive.namelist()} >= {"Папка целиком.pdf", "Приказы", "Работа пар", "Мониторинг"}


def whole_pdf(order) -> bytes:
    """Not what the template prints today: the folder must not print it anew."""
    from reports.documents.order import order_paper  # noqa: PLC0415 - WeasyPrint only here

    return order_paper(order).pdf + b"\n% signed\n"


def test_drafts_and_orders_of_other_programmes_stay_outside(programme, director):
    OrderFactory(programme=programme, sent=True)
    signed_order(by=director, on=DAY)

    orders = [part.title for part in folder_parts(programme) if part.title.startswith("Приказ ")]

    assert orders == ["Приказ 1-од от 12.10.2026"]


def test_words_about_a_child_stay_in_the_system(programme, order):
    MeetingFactory(pair=order.pairs.get(), topic="Алгебра", result=SECRET, next_step=SECRET)

    text = "".join(page.extract_text() for page in PdfReader(collected(programme, as_archive=False)).pages)

    assert "Алгебра" in text
    assert "отчимом" not in text


def test_a_long_table_is_printed_in_several_files(programme, order, monkeypatch):
    monkeypatch.setattr(folder_parts_module, "ROWS", 2)
    for _number in range(5):
        MeetingFactory(pair=order.pairs.get())

    titles = [part.title for part in folder_parts(programme) if part.title.startswith("Журнал встреч")]

    assert titles == ["Журнал встреч", "Журнал встреч, лист 2", "Журнал встреч, лист 3"]


@pytest.mark.parametrize(
    "title,expected",
    [("Приказ 26/1", "Приказ 26-1"), ("../../etc/passwd", "-..-etc-passwd"), ("..", "документ"), ("a" * 300, "a" * 120)],
)
def test_a_name_in_the_archive_is_no_way_out_of_it(title, expected):
    assert safe_name(title) == expected
