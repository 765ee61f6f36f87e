import datetime
import hashlib
import zipfile
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from jobs.services import store
from pairs.models import ConcernNote, MentorReport
from participants.enums import NeedCategory
from participants.models import MenteeCategory
from reports.documents.folder import parts as folder_parts_module
from reports.services import finish_document, prepare_document
from tests.factories.pairs import ConcernFactory, MeetingFactory, PlanItemFactory, VetoFactory
from tests.factories.participants import ConsentFactory, MentorRecordFactory
from tests.factories.reports import DocumentFactory, OrderFactory, signed_order
from tests.reports.folder_reading import folder_parts
from tests.reports.folders import collected

DAY = datetime.date(2026, 10, 12)
SECRET = "поссорился с отчимом"


@pytest.fixture
def order(director):
    return signed_order(by=director, on=DAY, size=1)


@pytest.fixture
def programme(order):
    return order.programme


@pytest.fixture
def written(order, curator):
    """The pair has a plan and its mentor's report."""
    pair = order.pairs.get()
    PlanItemFactory(pair=pair)
    return MentorReport.objects.create(school=pair.school, pair=pair, conclusions="Цель достигнута.", written_by=curator)


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


def test_finished_papers_of_the_programme_and_of_pairs_are_there_and_drafts_are_not(programme, order, curator, written):
    DocumentFactory(programme=programme, title="Черновик положения")
    told = {"problem": "Откладывает трудное.", "goal": "Планирует сам.", "personal_tasks": [], "personal_results": []}
    for kind, pair in (("statute", None), ("personal_programme", order.pairs.with_names().get())):
        document = prepare_document(actor=curator, programme=programme, kind=kind, details=told if pair else {}, pair=pair)
        finish_document(actor=curator, document=document)

    found = [(part.section, part.title) for part in folder_parts(programme)]

    [statute] = [title for section, title in found if section == "Документы"]
    assert statute.startswith("Положение о наставничестве")
    kinds = ["Журнал встреч", "Индивидуальный план: ", "Отчёт наставника: ", "Персонализированная программа"]
    work = [title for section, title in found if section == "Работа пар"]
    assert [title.startswith(kind) for title, kind in zip(work, kinds, strict=True)] == [True] * 4


def test_plans_and_reports_are_read_as_the_pair_wrote_them(programme, written):
    text = " ".join(page.extract_text() for page in PdfReader(collected(programme, as_archive=False)).pages)

    assert "Беседа с наставником о трудностях" in text
    assert "Цель достигнута" in text


def test_what_is_confidential_is_in_no_file_of_the_folder(programme, order, written, curator):
    pair = order.pairs.get()
    mentee = pair.mentees.get()
    concern = ConcernFactory(pair=pair)
    ConcernNote.objects.create(school=pair.school, concern=concern, text=SECRET, by=concern.raised_by)
    VetoFactory(mentee=mentee, mentor=MentorRecordFactory(programme=programme), reason=SECRET, given_by=curator)
    ConsentFactory(person=mentee.person, purpose="special_category")
    MenteeCategory.objects.create(school=pair.school, mentee=mentee, category=NeedCategory.HARDSHIP, recorded_by=curator)

    with zipfile.ZipFile(collected(programme, as_archive=True)) as archive:
        words = {name: words_of_file(archive.read(name)) for name in archive.namelist()}

    assert all(mentee.person.surname in words[name] for name in words if name.startswith("Участники и согласия/База наставляемых."))
    assert "Беседа с наставником о трудностях" in words["Папка целиком.pdf"]
    secrets = ("отчимом", str(concern), str(NeedCategory.HARDSHIP.label), "Сведения о здоровье")
    assert [(name, secret) for name, found in words.items() for secret in secrets if secret in found] == []


def words_of_file(content: bytes) -> str:
    """Of a PDF or of a workbook."""
    if content.startswith(b"%PDF"):
        return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())
    rows = load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
    return " ".join(str(cell) for row in rows for cell in row)


def test_a_long_table_is_printed_in_several_files(programme, order, monkeypatch):
    monkeypatch.setattr(folder_parts_module, "ROWS", 2)
    for _number in range(5):
        MeetingFactory(pair=order.pairs.get())

    titles = [part.title for part in folder_parts(programme) if part.title.startswith("Журнал встреч")]

    assert titles == ["Журнал встреч", "Журнал встреч, лист 2", "Журнал встреч, лист 3"]


def test_a_table_of_long_texts_is_printed_in_several_files(programme, order, monkeypatch):
    monkeypatch.setattr(folder_parts_module, "LETTERS", 900)
    for _number in range(3):
        MeetingFactory(pair=order.pairs.get(), topic="ж" * 200)

    titles = [part.title for part in folder_parts(programme) if part.title.startswith("Журнал встреч")]

    assert titles == ["Журнал встреч"]
    monkeypatch.setattr(folder_parts_module, "LETTERS", 300)
    assert len([part for part in folder_parts(programme) if part.title.startswith("Журнал встреч")]) == 2
