from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from jobs.models import Job
from participants.models import ImportBatch, MenteeRecord, Person

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


def test_a_name_with_a_digit_is_told_apart_from_one_that_is_too_short(upload, client):
    upload(workbook(["Ёлкина1 Вера Петровна", "7Б", "12.03.2013"], ["Ёлкина", "7Б", "12.03.2013"]))

    expected = [
        cell.expected for row in client.get(ImportBatch.objects.get().get_absolute_url()).context["problems"] for cell in row["cells"]
    ]

    assert [sentence.partition(",")[0] for [sentence] in expected] == ["имя без цифр", "фамилия"]


def test_the_preview_groups_what_is_wrong_by_row_and_offers_an_input_for_each(upload, client):
    upload(workbook(VERA, ["Кто-то", "7Б", "31.02.2013"]))
    page = client.get(ImportBatch.objects.get().get_absolute_url())

    (group,) = page.context["problems"]
    assert (group["row"], [cell.letter for cell in group["cells"]]) == (3, ["A", "C"])
    assert 'name="cell-3-birth_date"' in page.text
    assert "31.02.2013" in page.text
    assert page.context["good_count"] == 1


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


def test_an_empty_workbook_is_told_at_the_file(upload):
    response = upload(workbook(head=[]))

    assert response.context["form"].errors["file"]
    assert not ImportBatch.objects.exists()


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


@pytest.fixture
def paste(sign_in, curator, programme):
    return lambda text: sign_in(curator).post(reverse("participants:import"), {"programme": programme.pk, "base": "mentees", "text": text})


def page_of(name):
    return reverse(f"participants:{name}", args=[ImportBatch.objects.get().pk])


def test_pasted_rows_are_asked_about_their_columns_then_checked(paste, client):
    answer = paste("Ребёнок\tКласс\tВес\nЁлкина Вера Петровна\t7Б\t40\n")
    asked = client.get(answer.url, follow=True)

    assert [column["samples"] for column in asked.context["columns"]] == [["Ёлкина Вера Петровна"], ["40"], ["7Б"]]

    undecided = client.post(page_of("import_columns"), {"column_0": "?", "column_1": "class_name", "column_2": ""})
    assert undecided.context["form"].errors["column_0"]
    unfit = client.post(page_of("import_columns"), {"column_0": "request", "column_1": "class_name", "column_2": ""})
    assert unfit.context["form"].non_field_errors()

    checked = client.post(page_of("import_columns"), {"column_0": "name", "column_1": "class_name", "column_2": ""}, follow=True)
    assert checked.context["good_count"] == 1
    assert checked.context["passed_over"] == ["Вес"]


@pytest.mark.parametrize("fields", [{}, {"text": " \n"}, {"text": "ФИО\nА", "file": SimpleUploadedFile("x.csv", b"x")}])
def test_neither_or_both_of_file_and_text_are_told(sign_in, curator, programme, fields):
    words = {"programme": programme.pk, "base": "mentees"} | fields

    assert sign_in(curator).post(reverse("participants:import"), words).context["form"].errors


def test_a_cell_is_corrected_on_the_page_and_the_rest_is_kept(upload, client):
    upload(workbook(VERA, ["Соснов Олег Ильич", "7Б", "31.02.2013"]))

    page = client.post(page_of("import_cells"), {"cell-3-birth_date": "28.02.2013", "cell-3-": "x", "take": ""}, follow=True)

    assert (page.context["bad_count"], page.context["good_count"]) == (0, 2)


@pytest.mark.parametrize("take", ["all", "2:name"])
def test_an_offer_is_taken_by_its_button(paste, client, take):
    paste("ФИО\tКласс\nCоснов Олег Ильич\t7Б\n")

    client.post(page_of("import_cells"), {"cell-2-name": "Cоснов Олег Ильич", "take": take})

    assert ImportBatch.objects.get().rows[0]["name"] == "Соснов Олег Ильич"


def test_only_the_good_rows_are_written_and_the_bad_ones_are_taken_as_a_file(upload, client):
    upload(workbook(VERA, ["Соснов Олег Ильич", "7Б", "31.02.2013"]))

    page = client.post(page_of("import_write"), {"only": "good"}, follow=True)
    file = client.get(page_of("import_bad_rows"))

    assert page.context["bad_count"] == 1
    assert MenteeRecord.objects.count() == 1
    assert openpyxl.load_workbook(BytesIO(b"".join(file.streaming_content))).active["A2"].value == "Соснов Олег Ильич"


def test_a_file_without_errors_has_no_bad_rows_to_take(upload, client):
    upload(workbook(VERA))

    assert client.get(page_of("import_bad_rows")).status_code == 404


def test_a_long_table_is_checked_and_written_by_a_job_that_can_be_cancelled(paste, client, monkeypatch):
    monkeypatch.setattr("participants.services.importing.running.LONG", 1)
    paste("ФИО\tКласс\nЁлкина Вера Петровна\t7Б\nСоснов Олег Ильич\t7Б\n")

    assert "<progress" in client.get(page_of("import_batch")).text
    cancelled = client.post(page_of("import_cancel"), follow=True)

    assert cancelled.redirect_chain[-1][0] == page_of("import_columns")
    assert client.get(page_of("import_batch"), headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"


def test_work_that_was_cut_off_says_so_and_is_started_again(paste, client, monkeypatch):
    monkeypatch.setattr("participants.services.importing.running.LONG", 1)
    paste("ФИО\tКласс\nЁлкина Вера Петровна\t7Б\nСоснов Олег Ильич\t7Б\n")
    job = ImportBatch.objects.get().job
    Job.objects.filter(pk=job.pk).update(state="failed", error="Работа прервалась 5 раз.")

    assert "Работа прервалась 5 раз." in client.get(page_of("import_batch")).text
    assert client.get(page_of("import_batch"), headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"
    again = client.post(page_of("import_again"), follow=True)

    assert "<progress" in again.text
    assert ImportBatch.objects.get().job != job


def test_the_page_of_a_long_list_shows_the_first_rows_and_counts_the_rest(paste, client, django_assert_max_num_queries):
    names = [f"Ученик{chr(1072 + number // 20)}{chr(1072 + number % 20)} Вера Петровна\t7Б\t{number}.13.2013" for number in range(250)]
    paste("ФИО\tКласс\tДата рождения\n" + "\n".join(names))

    with django_assert_max_num_queries(12):
        page = client.get(page_of("import_batch"))

    assert (page.context["bad_count"], len(page.context["problems"])) == (250, 100)
    assert page.context["faults"][0]["count"] == 250
