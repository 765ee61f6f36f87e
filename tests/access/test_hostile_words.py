"""Hostile words in every text of a school, and everything that the site hands out about it (T-18, T-19, T-20, T-22).

`TANDEM_VECTORS=30` lets each word stand in each text in turn.
"""

import csv
import html
import io
import os
import re
import subprocess
import zipfile

import openpyxl
import pytest
from django.conf import settings
from django.core import mail
from django.test.signals import template_rendered
from django.urls import reverse
from django.utils.safestring import mark_safe
from django_scopes import scope, scopes_disabled
from pypdf import PdfReader
from weasyprint import HTML  # noqa: TID253 - the control

from accounts.models import School, User
from mentoring.common.papers import PaperError, render_paper
from participants.enums import ConsentPurpose, ContractKind
from participants.models import MentorContract
from participants.queries.consent_reference import template_wording as consent_wording
from participants.queries.contract_texts import template_wording as contract_wording
from participants.services import sheets
from participants.services.consent_wording import keep_consent_wording
from participants.services.contract_wording import keep_contract_wording
from reports.enums import NameCase
from reports.models import NameForms, NumberSeries
from reports.queries.document_texts import document_kinds, template_wording
from reports.queries.order_texts import order_kinds, template_texts
from reports.services import keep_document_wording, keep_school_texts
from tests.access.answers import XLSX, Answer, everything
from tests.access.world import furnish, members
from tests.conftest import become
from tests.factories.accounts import SchoolFactory
from tests.factories.participants import MenteeRecordFactory
from tests.hostile import Spoiler, vectors
from tests.mentoring.common.sheets.test_writer import PAYLOADS as FORMULAS
from tests.reports.services.test_wording import PAYLOADS as TEMPLATES

TURNS = int(os.environ.get("TANDEM_VECTORS", "1"))
PAPERS = [path for path in sorted((settings.BASE_DIR / "templates").rglob("*.html")) if "{% extends paper_base %}" in path.read_text()]


@pytest.fixture
def world(db):
    with scopes_disabled():
        school = SchoolFactory()
        people = members(school)
    with scope(school=school):
        keys = furnish(school, people)
        contract = MentorContract.objects.get(pk=keys["contract"])
        contract.pk, contract.kind, contract.number = None, ContractKind.COOPERATION, "2"
        contract.save()
        MenteeRecordFactory.create_batch(2, programme=contract.programme)
        write_as_the_school(people["curator"])
        yield people, keys | {"cooperation": contract.pk}


def write_as_the_school(curator) -> None:
    """Whatever a school words itself, in place of what Tandem brings."""
    for kind in order_kinds():
        keep_school_texts(actor=curator, kind=kind["code"], texts=template_texts(kind["code"]) | {"title": "О чём школа решила"})
    for kind in document_kinds():
        keep_document_wording(actor=curator, kind=kind["code"], texts=template_wording(kind["code"]) | {"title": "Как пишет школа"})
    for kind in ContractKind:
        keep_contract_wording(actor=curator, kind=kind, texts=contract_wording(kind) | {"title": "О чём договорились"})
    for purpose in ConsentPurpose:
        keep_consent_wording(actor=curator, purpose=purpose, texts=consent_wording(purpose) | {"title": "На что согласны"})
    NumberSeries.objects.create(school=curator.school, code="б", title="Второй ряд", template="{n}-б")
    NameForms.objects.create(school=curator.school, nominative="Директор", **{case.value: f"Директор: {case.label}" for case in NameCase})


@pytest.fixture
def rendered():
    """Names of the templates that are used while the test runs."""
    names = set()

    def heard(sender, template, **rest):
        names.add(template.name)

    template_rendered.connect(heard)
    yield names
    template_rendered.disconnect(heard)


def squeezed(text: str) -> str:
    return "".join(text.split())


def printed(answer: Answer) -> str:
    """The text of a paper, after a look for what an unescaped word would have left behind."""
    reader = PdfReader(io.BytesIO(answer.content))
    assert reader.attachments == {}, answer.where
    for page in reader.pages:
        links = [note.get_object().get("/A", {}).get("/URI", "") for note in page.get("/Annots", [])]
        assert [link for link in links if "127.0.0.1" in link or "passwd" in link] == [], answer.where
    return squeezed("".join(page.extract_text() for page in reader.pages))


def formulas_in(workbook: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        sheets = "".join(archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/"))
    return re.findall(r"<f[ >].{0,80}|t=\"e\"", sheets)


def send_letters(client, people, keys, capture) -> None:
    """The order goes back to its author and to the director again, each time with a letter."""
    for who, step in (("director", "return"), ("curator", "send")):
        with capture(execute=True):
            become(client, people[who]).post(reverse("reports:order_step", args=[keys["order"], step]), {"note": "Уточните"})


@pytest.mark.first
@pytest.mark.once
@pytest.mark.office
@pytest.mark.parametrize("turn", range(TURNS))
def test_hostile_words_stay_words_in_whatever_is_handed_out(
    client, world, rendered, listener, monkeypatch, tmp_path, turn, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(sheets, "PEOPLE", 1)  # parts enough for a file with contents
    port, hits = listener
    words = [*vectors(port), *TEMPLATES]
    spoiler = Spoiler(words, starts=FORMULAS, turn=turn)
    spoiler.school()
    for user in User.objects.all():
        User.objects.filter(pk=user.pk).update(email=f"{user.pk}@school12.example")
    NameForms.objects.update(nominative=School.objects.get(pk=world[0]["curator"].school_id).director_post)
    answers = list(everything(client, *world))
    send_letters(client, *world, django_capture_on_commit_callbacks)

    pages = [answer for answer in answers if answer.kind == "text/html"]
    papers = [answer for answer in answers if answer.content[:5] == b"%PDF-" and len(answer.content) > 1_000]
    workbooks = [answer for answer in answers if answer.kind == XLSX]
    text = "".join(map(printed, papers))

    assert (spoiler.places > 500, len(pages) > 100, len(papers) > 40, len(workbooks) > 20) == (True,) * 4
    assert hits == []
    assert len(mail.outbox) == 2
    assert [(letter.subject, word) for letter in mail.outbox for word in words if word in letter.message().as_string()] == []
    assert [(page.where, word) for page in pages for word in vectors(port) if word in page.content.decode()] == []
    read = text + squeezed(html.unescape("".join(page.content.decode() for page in pages)))
    not_on_paper = [word for word in words if squeezed(word) not in text]
    assert len(not_on_paper) <= 10, not_on_paper
    assert [word for word in words if squeezed(word) not in read] == []
    assert {str(path.relative_to(settings.BASE_DIR / "templates")) for path in PAPERS} - rendered == set()
    assert [(book.where, found) for book in workbooks if (found := formulas_in(book.content))] == []
    assert as_an_office_shows([book.content for book in workbooks], tmp_path) >= texts_that_begin_like_formulas(workbooks)


def texts_that_begin_like_formulas(workbooks: list[Answer]) -> set[str]:
    books = [openpyxl.load_workbook(io.BytesIO(book.content), read_only=True) for book in workbooks]
    cells = {cell for book in books for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if isinstance(cell, str)}
    found = {squeezed(cell) for cell in cells if cell.lstrip().startswith(tuple("=+-@＝"))}
    assert len(found) > 100
    return found


def as_an_office_shows(books: list[bytes], folder) -> set[str]:
    """What stands in the cells when LibreOffice has opened the workbooks and counted whatever can be counted."""
    for number, book in enumerate(books):
        (folder / f"{number}.xlsx").write_bytes(book)
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    program = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", every_sheet, "--outdir", folder]
    subprocess.run([*program, *sorted(folder.glob("*.xlsx"))], check=True, capture_output=True, timeout=300)
    shown = [csv.reader(io.StringIO(table.read_text())) for table in folder.glob("*.csv")]
    return {squeezed(cell) for table in shown for row in table for cell in row}


@pytest.mark.office
def test_a_workbook_written_without_care_is_counted(tmp_path):
    """The control: openpyxl alone makes a formula of the same text, and the office counts it."""
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["=1+1"])
    book.save(file)

    assert formulas_in(file.getvalue()) != []
    assert as_an_office_shows([file.getvalue()], tmp_path) == {"2"}


def test_a_page_that_trusts_its_words_is_noticed(listener):
    """The control of the pages and the papers: unescaped, the same words reach the listener, or stop the paper."""
    port, hits = listener
    trusted = mark_safe("".join(vectors(port)))

    with pytest.raises(PaperError):
        render_paper("accounts/papers/link_sheet.html", {"title": trusted, "lead": "", "until": "", "cards": []})
    HTML(string=trusted).write_pdf()

    assert len(hits) >= 5
