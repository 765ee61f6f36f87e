"""Columns chosen, cells corrected, good rows written, facts changed."""

import datetime
from io import BytesIO

import openpyxl
import pytest

from mentoring.common.refusal import Refusal
from participants.documents import bad_rows_workbook
from participants.models import ColumnChoice, Guardian, ImportBatch, MenteeRecord, Person
from participants.services import (
    check_import,
    correct_cells,
    discard_import,
    edit_person,
    map_columns,
    offers_of,
    receive_table,
    request_write,
    write_import,
)
from tests.factories.participants import PersonFactory

HEAD = "ФИО наставляемого\tКласс\tДата рождения\tТелефон\n"
VERA = "Ёлкина Вера Петровна\t7Б\t12.03.2013\t\n"
OLEG = "Соснов Олег Ильич\t7Б\t31.02.2013\t\n"


@pytest.fixture
def paste(curator, programme):
    return lambda text, base="mentees": receive_table(actor=curator, programme=programme, base=base, text=text)


def fresh(batch):
    return ImportBatch.objects.get(pk=batch.pk)


def test_pasted_cells_are_checked_like_a_file(paste):
    batch = paste(HEAD + VERA + OLEG)

    assert (batch.state, batch.count("create"), [problem["code"] for problem in batch.problems]) == ("checked", 1, ["bad_date"])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251"])
def test_a_csv_is_checked_like_a_workbook(curator, programme, encoding):
    content = BytesIO((HEAD + VERA).replace("\t", ";").encode(encoding))

    batch = check_import(actor=curator, programme=programme, base="mentees", file=content, file_name="база.csv")

    assert batch.count("create") == 1


def test_an_unknown_heading_waits_for_a_choice_and_is_remembered(paste, curator):
    text = "ФИО\tЧасов в неделю\tОтметка врача\n" + "Ёлкина Вера Петровна\tхочет читать\tда\n"
    batch = paste(text)
    assert (batch.state, batch.mapping) == ("columns", ["name", None, None])

    map_columns(actor=curator, batch=batch, mapping=["name", "request", ""])
    again = paste(text)

    assert fresh(batch).rows[0]["values"]["record"]["request"] == "хочет читать"
    assert (again.state, again.mapping) == ("checked", ["name", "request", ""])
    assert ColumnChoice.objects.count() == 3


def test_a_wholly_unknown_heading_can_be_assigned_by_hand(paste, curator):
    batch = paste("Ребёнок\tГде учится\nЁлкина Вера Петровна\t7Б\n")

    map_columns(actor=curator, batch=batch, mapping=["name", "class_name"])

    assert fresh(batch).count("create") == 1


@pytest.mark.parametrize("mapping", [["", "class_name"], ["name", "name"], ["name"], ["name", "nothing"]])
def test_a_choice_that_does_not_fit_is_refused_and_not_remembered(paste, curator, mapping):
    batch = paste("Ребёнок\tГде учится\nЁлкина Вера Петровна\t7Б\n")

    with pytest.raises(Refusal):
        map_columns(actor=curator, batch=batch, mapping=mapping)

    assert not ColumnChoice.objects.exists()


def test_a_choice_of_another_school_is_not_remembered_here(paste, other_school):
    ColumnChoice.objects.create(school=other_school, base="mentees", heading="ребенок", code="name")

    assert paste("Ребёнок\tКласс\nЁлкина Вера Петровна\t7Б\n").mapping == [None, "class_name"]


def test_corrected_cells_are_checked_and_the_rest_is_kept(paste, curator):
    batch = paste(HEAD + VERA + OLEG)

    correct_cells(actor=curator, batch=batch, cells={(3, "birth_date"): "28.02.2013"})

    assert fresh(batch).problems == []
    assert write_import(actor=curator, batch=batch) == 2
    assert Person.objects.get(surname="Соснов").birth_date == datetime.date(2013, 2, 28)


def test_a_cell_that_was_not_touched_keeps_its_date(curator, programme):
    book = openpyxl.Workbook()
    book.active.append(["ФИО", "Класс", "Дата рождения"])
    book.active.append(["Ёлкина", "7Б", datetime.date(2013, 3, 12)])
    file = BytesIO()
    book.save(file)
    batch = check_import(actor=curator, programme=programme, base="mentees", file=BytesIO(file.getvalue()), file_name="x.xlsx")

    correct_cells(actor=curator, batch=batch, cells={(2, "name"): "Ёлкина Вера Петровна", (2, "birth_date"): "12.03.2013"})

    assert fresh(batch).source["rows"][0][1][2] == {"d": "2013-03-12"}


def test_a_column_that_the_table_lacks_is_added_with_its_first_value(paste, curator):
    batch = paste("ФИО\tТелефон\nЁлкина Вера Петровна\t+7 900 123-45-67\n")
    programme_forms = batch.programme.forms
    programme_forms.all().delete()
    correct_cells(actor=curator, batch=batch, cells={(2, "person_kind"): "ученик"})

    assert fresh(batch).mapping[-1] == "person_kind"
    assert fresh(batch).problems == []


def test_cells_outside_the_table_are_not_written(paste, curator):
    batch = paste(HEAD + OLEG)

    correct_cells(actor=curator, batch=batch, cells={(99, "name"): "Кто-то", (2, "completed"): "да", (2, "nothing"): "x"})

    assert len(fresh(batch).source["headings"]) == 4


def test_offers_are_taken_only_when_somebody_says_so(paste, curator):
    batch = paste(HEAD + "Cоснов Олег Ильич\t7B\t01.02.2013\t\n")
    assert [problem["offer"] for problem in batch.problems] == ["Соснов Олег Ильич", "7В"]

    correct_cells(actor=curator, batch=batch, cells=offers_of(batch, (2, "class_name")))
    assert [problem["code"] for problem in fresh(batch).problems] == ["mixed_letters"]
    correct_cells(actor=curator, batch=fresh(batch), cells=offers_of(fresh(batch)))

    assert fresh(batch).problems == []


def test_initials_are_offered_in_full_when_one_person_fits(paste, school):
    PersonFactory(school=school, surname="Ёлкина", name="Вера", patronymic="Петровна", birth_date=None)
    PersonFactory(school=school, surname="Соснов", name="Олег", patronymic="Ильич", birth_date=None)
    PersonFactory(school=school, surname="Соснов", name="Отто", patronymic="Ильич", birth_date=None)

    batch = paste("ФИО\tКласс\nЕлкина В.П.\t7Б\nСоснов О. И.\t7Б\nДубов И.\t7Б\n")

    assert [(problem["code"], problem["offer"]) for problem in batch.problems] == [
        ("initials", "Ёлкина Вера Петровна"),
        ("initials", ""),
        ("initials", ""),
    ]


def test_the_year_alone_is_kept_and_no_day_is_invented(paste, curator):
    write_import(actor=curator, batch=paste("ФИО\tКласс\tДата рождения\nЁлкина Вера Петровна\t7Б\t2013 г.\n"))

    person = Person.objects.get()
    assert (person.birth_date, person.birth_year, person.is_minor) == (None, 2013, True)


def test_namesakes_of_different_years_are_two_people(paste, curator, school):
    PersonFactory(school=school, surname="Ёлкина", name="Вера", patronymic="Петровна", birth_date=datetime.date(2011, 1, 1))

    write_import(actor=curator, batch=paste("ФИО\tКласс\tГод рождения\nЁлкина Вера Петровна\t7Б\t2013\n"))

    assert Person.objects.count() == 2


def test_good_rows_are_written_and_the_bad_ones_wait(paste, curator):
    batch = paste(HEAD + VERA + OLEG)

    assert write_import(actor=curator, batch=batch, only_good=True) == 1
    left = fresh(batch)
    assert (left.state, left.entered, len(left.rows), len(left.source["rows"])) == ("checked", 1, 1, 1)

    correct_cells(actor=curator, batch=left, cells={(3, "birth_date"): "28.02.2013"})
    assert write_import(actor=curator, batch=left) == 1
    assert (fresh(batch).state, fresh(batch).entered, fresh(batch).source) == ("written", 2, {})


def test_bad_rows_alone_write_nothing(paste, curator):
    with pytest.raises(Refusal):
        write_import(actor=curator, batch=paste(HEAD + OLEG), only_good=True)


def test_the_file_of_bad_rows_is_corrected_and_uploaded_again(paste, curator, programme):
    batch = paste(HEAD + VERA + OLEG + "=cmd()|x\t7Б\t\t\n")
    write_import(actor=curator, batch=batch, only_good=True)
    book = openpyxl.load_workbook(bad_rows_workbook(fresh(batch)))
    sheet = book.active

    assert [cell.value for cell in sheet[1]] == ["ФИО наставляемого", "Класс", "Дата рождения", "Телефон", "Что исправить"]
    assert sheet["E2"].value.startswith("C: ")
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("=cmd()|x", "s")
    sheet["C2"], sheet["A3"] = "28.02.2013", "Дубов Иван Ильич"
    file = BytesIO()
    book.save(file)
    again = receive_table(actor=curator, programme=programme, base="mentees", file=BytesIO(file.getvalue()), file_name="x.xlsx")

    assert (again.state, again.count("create"), again.problems) == ("checked", 2, [])


@pytest.fixture
def vera(school):
    return PersonFactory(
        school=school,
        surname="Ёлкина",
        name="Вера",
        patronymic="Петровна",
        birth_date=datetime.date(2013, 3, 12),
        class_name="6Б",
        phone="",
        kind="pupil",
    )


def test_facts_that_differ_are_shown_and_then_changed(paste, curator, vera, programme):
    MenteeRecord.objects.create(school=curator.school, programme=programme, person=vera, request="")
    batch = paste("ФИО\tКласс\tДата рождения\tЗапрос\tПредставитель\nЁлкина Вера Петровна\t7Б\t12.03.2013\tчтение\tЁлкина Ольга Юрьевна\n")

    (row,) = batch.rows
    assert row["verdict"] == "change"
    assert {(change["field"], change["was"], change["becomes"]) for change in row["changes"]} == {
        ("class_name", "6Б", "7Б"),
        ("request", "", "чтение"),
        ("full_name", "", "Ёлкина Ольга Юрьевна"),
    }
    assert Person.objects.get().class_name == "6Б"

    assert write_import(actor=curator, batch=batch) == 0

    assert (Person.objects.get().class_name, MenteeRecord.objects.get().request) == ("7Б", "чтение")
    assert (Guardian.objects.get().full_name, fresh(batch).changed) == ("Ёлкина Ольга Юрьевна", 1)


def test_an_empty_cell_changes_nothing(paste, curator, vera, programme):
    MenteeRecord.objects.create(school=curator.school, programme=programme, person=vera, request="чтение")

    assert paste("ФИО\tКласс\tДата рождения\tЗапрос\nЁлкина Вера Петровна\t\t12.03.2013\t\n").count("skip") == 1


def test_a_fact_that_a_colleague_changed_meanwhile_stops_the_write(paste, curator, vera, programme):
    MenteeRecord.objects.create(school=curator.school, programme=programme, person=vera)
    batch = paste(HEAD + VERA)
    edit_person(actor=curator, person=vera, class_name="8А")

    with pytest.raises(Refusal):
        write_import(actor=curator, batch=batch)

    assert (Person.objects.get().class_name, fresh(batch).state) == ("8А", "checked")


def test_titles_merged_headings_and_repeated_headings_are_no_people(paste):
    text = "База наставляемых\n\n" + HEAD + HEAD + VERA + HEAD + "Итого: 1\t\t\t\n"

    batch = paste(text)

    assert [row["row"] for row in batch.rows] == [5, 7]
    assert [problem["code"] for problem in batch.problems] == ["bad_name"]


def test_an_upload_that_waits_for_its_columns_can_be_put_aside(paste, curator):
    batch = paste("Ребёнок\tГде учится\nЁлкина Вера Петровна\t7Б\n")

    discard_import(actor=curator, batch=batch)

    assert (fresh(batch).state, fresh(batch).source) == ("discarded", {})


def test_a_short_table_is_written_at_once(paste, curator):
    assert request_write(actor=curator, batch=paste(HEAD + VERA)) == 1
