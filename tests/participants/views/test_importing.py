from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from participants.models import ImportBatch, MenteeRecord, Person
from tests.factories.programmes import ProgrammeFactory

HEAD = ["ФИО наставляемого", "Класс", "Дата рождения"]
VERA = ["Ёлкина Вера Петровна", "7Б", "12.03.2013"]


def workbook(*rows, head=HEAD):
    book = openpyxl.Workbook()
    for row in (head, *rows):
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.fixture
def programme(school):
    return ProgrammeFactory(school=school)


@pytest.fixture
def upload(sign_in, curator, programme):
    def send(content, base="mentees", name="база.xlsx"):
        words = {"programme": programme.pk, "base": base, "file": SimpleUploadedFile(name, content)}
        return sign_in(curator).post(reverse("participants:import"), words)

    return send


def test_a_good_file_goes_from_upload_to_preview_to_the_base(upload, client):
    preview = upload(workbook(VERA))
    batch = ImportBatch.objects.get()
    page = client.get(preview.url)

    assert preview.url == batch.get_absolute_url()
    assert "Ёлкина Вера Петровна" in page.text
    assert reverse("participants:import_write", args=[batch.pk]) in page.text

    answer = client.post(reverse("participants:import_write", args=[batch.pk]))

    assert answer.url == reverse("participants:mentees")
    assert MenteeRecord.objects.get().person.surname == "Ёлкина"
    assert client.get(batch.get_absolute_url()).status_code == 200


def test_the_preview_groups_what_is_wrong_by_row_and_offers_no_writing(upload, client):
    upload(workbook(VERA, ["Кто-то", "7Б", "31.02.2013"]))
    page = client.get(ImportBatch.objects.get().get_absolute_url())

    (group,) = page.context["problems"]
    assert (group["row"], [cell["letter"] for cell in group["cells"]]) == (3, ["A", "C"])
    assert "31.02.2013" in page.text
    assert "import_write" not in page.text
    assert reverse("participants:import_write", args=[ImportBatch.objects.get().pk]) not in page.text


def test_writing_a_file_with_errors_by_hand_is_refused(upload, client):
    upload(workbook(["Кто-то", "", ""]))

    client.post(reverse("participants:import_write", args=[ImportBatch.objects.get().pk]))

    assert not Person.objects.exists()


@pytest.mark.parametrize("content", [b"text", b"PK\x03\x04rubbish", b"%PDF-1.7"])
def test_what_is_no_workbook_is_told_at_the_file(upload, content):
    response = upload(content)

    assert response.context["form"].errors["file"]
    assert not ImportBatch.objects.exists()


def test_an_empty_file_is_told_at_the_file(upload):
    assert upload(b"").context["form"].errors["file"]


def test_a_wrong_heading_is_told_with_sheet_row_and_column(upload):
    response = upload(workbook(VERA, head=["Кто", "Класс", "Дата рождения"]))

    assert "Sheet" in response.text
    assert response.context["problems"]


def test_mentors_uploaded_as_mentees_are_told_apart(upload):
    response = upload(workbook(["Дубов Иван Ильич", "химия"], head=["ФИО наставника", "Компетенции"]))

    assert response.context["problems"]
    assert not ImportBatch.objects.exists()


def test_a_file_is_put_aside(upload, client):
    upload(workbook(VERA))
    batch = ImportBatch.objects.get()

    client.post(reverse("participants:import_discard", args=[batch.pk]))

    batch.refresh_from_db()
    assert batch.state == "discarded"
    assert client.get(batch.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("base", ["mentors", "mentees"])
def test_the_empty_table_can_be_filled_and_uploaded(upload, client, base):
    response = client.get(reverse("participants:import_template", args=[base])) if upload(b"x") else None
    book = openpyxl.load_workbook(BytesIO(b"".join(response.streaming_content)))
    sheet = book.worksheets[0]
    heading = [cell.value for cell in sheet[1]]
    sheet.cell(2, heading.index(next(name for name in heading if name.startswith("ФИО"))) + 1, "Дубов Иван Ильич")
    sheet.cell(2, heading.index("Класс/группа") + 1, "9А")
    file = BytesIO()
    book.save(file)

    upload(file.getvalue(), base=base)

    assert ImportBatch.objects.get().count("create") == 1


def test_an_unknown_base_has_no_table(sign_in, curator):
    assert sign_in(curator).get(reverse("participants:import_template", args=["nobody"])).status_code == 404


@pytest.mark.parametrize("name", ["import_write", "import_discard"])
def test_steps_of_an_import_are_posts(upload, client, name):
    upload(workbook(VERA))

    assert client.get(reverse(f"participants:{name}", args=[ImportBatch.objects.get().pk])).status_code == 405


def test_who_does_not_keep_the_bases_does_not_see_uploads(upload, sign_in, director):
    upload(workbook(VERA))

    assert sign_in(director).get(ImportBatch.objects.get().get_absolute_url()).status_code == 403
