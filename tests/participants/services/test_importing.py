import datetime
from io import BytesIO

import openpyxl
import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from mentoring.common.sheets.problems import BadWorkbook
from participants.models import Guardian, ImportBatch, MenteeRecord, MentorRecord, Person
from participants.services import add_person, check_import, discard_import, enter_mentee, write_import
from tests.factories.participants import PersonFactory
from tests.factories.programmes import FormFactory

HEAD = [
    "№",
    "ФИО наставляемого",
    "Контактные данные для связи (данные представителя)",
    "Класс",
    "Дата рождения",
    "Основной запрос",
    "Представитель",
]
VERA = [1, "Ёлкина Вера Петровна", "+7 900 123-45-67", "7 б", "12.03.2013", "математика", "Ёлкина Ольга Юрьевна"]
OLEG = [2, "СОСНОВ ОЛЕГ ИВАНОВИЧ", "", "7Б", "01.02.2013", "общение", ""]


def workbook(*rows, head=HEAD, sheet="Наставляемые", above=()):
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in (*above, head, *rows):
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return BytesIO(file.getvalue())


@pytest.fixture
def check(curator, programme):
    def run(*rows, base="mentees", **kwargs):
        return check_import(actor=curator, programme=programme, base=base, file=workbook(*rows, **kwargs), file_name="база.xlsx")

    return run


def test_check_writes_nothing_into_the_base(check):
    batch = check(VERA, OLEG)

    assert (batch.count("create"), batch.count("error"), batch.problems) == (2, 0, [])
    assert not Person.objects.exists()


def test_written_rows_become_people_with_records_and_guardians(check, curator):
    batch = check(VERA, OLEG)

    assert write_import(actor=curator, batch=batch) == 2

    vera = Person.objects.get(surname="Ёлкина")
    assert (vera.class_name, vera.kind, vera.phone, vera.birth_date) == ("7Б", "pupil", "+7 900 123-45-67", datetime.date(2013, 3, 12))
    assert vera.menteerecords.get().request == "математика"
    assert Guardian.objects.get().full_name == "Ёлкина Ольга Юрьевна"
    assert Person.objects.named_like("соснов олег").exists()
    assert "import.written" in AuditEvent.objects.values_list("name", flat=True)


def test_a_written_batch_forgets_what_its_rows_carried(check, curator):
    batch = check(VERA)
    write_import(actor=curator, batch=batch)

    assert ImportBatch.objects.get().rows[0]["values"] == {}


def test_the_same_file_twice_creates_nothing(check, curator):
    write_import(actor=curator, batch=check(VERA, OLEG))

    again = check(VERA, OLEG)

    assert again.count("skip") == 2
    assert write_import(actor=curator, batch=again) == 0
    assert (Person.objects.count(), MenteeRecord.objects.count(), Guardian.objects.count()) == (2, 2, 1)


def test_two_people_who_checked_the_same_file_write_it_once(check, curator):
    first, second = check(VERA, OLEG), check(VERA, OLEG)

    assert write_import(actor=curator, batch=first) == 2
    assert write_import(actor=curator, batch=second) == 0
    assert Person.objects.count() == 2


def test_a_person_added_by_hand_meanwhile_only_gets_the_record(check, curator):
    batch = check(VERA)
    add_person(
        actor=curator,
        surname="Елкина",
        name="Вера",
        patronymic="Петровна",
        birth_date=datetime.date(2013, 3, 12),
        kind="pupil",
        class_name="7Б",
    )

    write_import(actor=curator, batch=batch)

    assert (Person.objects.count(), MenteeRecord.objects.count()) == (1, 1)


def test_a_known_person_is_entered_in_the_second_base_without_a_double(check, curator):
    write_import(actor=curator, batch=check(VERA))

    batch = check(["Ёлкина Вера Петровна", "Рисование"], base="mentors", head=["ФИО наставника", "Компетенции"], sheet="Лист1")
    write_import(actor=curator, batch=batch)

    assert (Person.objects.count(), MentorRecord.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    "column, value, code",
    [
        (1, "", "bad_name"),
        (1, "Ёлкина", "bad_name"),
        (1, "Ёлкина В. П.", "initials"),
        (1, "Ёлкинa Вера Петровна", "mixed_letters"),
        (1, "Ёлкина Вера Петровна, Соснов Олег Ильич", "several_people"),
        (1, "#Н/Д", "formula_error"),
        (3, "7B", "mixed_letters"),
        (4, "31.02.2013", "bad_date"),
        (4, "1913", "unlikely_date"),
        (4, "12.03.1813", "unlikely_date"),
        (4, "12.03.2113", "unlikely_date"),
    ],
)
def test_a_bad_cell_is_named_by_sheet_row_column_found_and_expected(check, column, value, code):
    row = list(VERA)
    row[column] = value

    (problem,) = check(OLEG, row).problems

    assert (problem["sheet"], problem["row"], problem["letter"], problem["code"]) == ("Наставляемые", 3, "ABCDEFG"[column], code)
    assert problem["found"] == value
    assert problem["expected"]


def test_a_file_with_one_error_is_not_written_at_all(check, curator):
    batch = check(VERA, [3, "Кто-то", "", "", "", "", ""])

    with pytest.raises(Refusal):
        write_import(actor=curator, batch=batch)

    assert not Person.objects.exists()
    assert ImportBatch.objects.get().state == "checked"


def test_a_person_who_repeats_in_the_file_is_an_error_of_the_second_row(check):
    (problem,) = check(VERA, ["", "елкина вера петровна", "", "7Б", "", "", ""]).problems

    assert (problem["row"], problem["code"]) == (3, "repeated_person")


def test_namesakes_born_on_different_days_are_two_people(check, curator):
    other = list(VERA)
    other[4] = "12.03.2012"

    write_import(actor=curator, batch=check(VERA, other))

    assert Person.objects.count() == 2


def test_a_row_that_may_mean_two_people_asks_for_the_birth_date(check, school):
    for year in (2011, 2012):
        PersonFactory(school=school, surname="Ёлкина", birth_date=datetime.date(year, 1, 1))

    (problem,) = check([1, "Ёлкина Вера Петровна", "", "7Б", "", "", ""]).problems

    assert problem["code"] == "twins"


def test_rows_above_the_heading_and_the_line_of_column_numbers_are_passed_over(check):
    batch = check([1, 2, 3, 4, 5, 6, 7], VERA, [2, None, None, None, None, None, None], above=[["База наставляемых"], []])

    assert [row["row"] for row in batch.rows] == [5]


def test_the_sheet_of_the_base_is_found_beside_others(check, curator, programme):
    book = openpyxl.Workbook()
    book.active.title = "Титул"
    book.active.append(["Школа"])
    sheet = book.create_sheet("Наставляемые")
    sheet.append(HEAD)
    sheet.append(VERA)
    file = BytesIO()
    book.save(file)

    batch = check_import(actor=curator, programme=programme, base="mentees", file=BytesIO(file.getvalue()), file_name="x.xlsx")

    assert batch.count("create") == 1


def test_contacts_that_name_a_parent_make_a_representative(check, curator):
    row = ["Ёлкина Вера Петровна", "мать Ёлкина Ольга Юрьевна, 8 900 123 45 67, olga@example.ru", "7Б"]

    write_import(actor=curator, batch=check(row, head=["ФИО наставляемого", "Контактные данные", "Класс"]))

    assert (Guardian.objects.get().full_name, Guardian.objects.get().phone) == ("Ёлкина Ольга Юрьевна", "8 900 123 45 67")


def test_who_somebody_is_comes_from_the_form_when_the_sheet_does_not_say(check, curator, programme):
    programme.forms.set(
        [FormFactory(school=programme.school, code="t", title="Учитель – учитель", mentor_kinds=["teacher"], mentee_kinds=["teacher"])]
    )

    write_import(actor=curator, batch=check(["Дубов Иван Ильич"], head=["ФИО наставляемого"]))

    assert Person.objects.get().kind == "teacher"


def test_nobody_guesses_who_somebody_is_from_two_answers(check, programme):
    programme.forms.add(
        FormFactory(school=programme.school, code="t", title="Учитель – учитель", mentor_kinds=["teacher"], mentee_kinds=["teacher"])
    )

    (problem,) = check(["Дубов Иван Ильич"], head=["ФИО наставляемого"]).problems

    assert problem["code"] == "unknown_kind"


@pytest.mark.parametrize("content", [b"", b"just text", b"PK\x03\x04broken"])
def test_what_is_not_a_workbook_is_refused(curator, programme, content):
    with pytest.raises(Refusal):
        check_import(actor=curator, programme=programme, base="mentees", file=BytesIO(content), file_name="база.xlsx")

    assert not ImportBatch.objects.exists()


def test_a_wrong_heading_names_its_cell(check):
    with pytest.raises(BadWorkbook) as refused:
        check(VERA, head=["№", "Кто", "Телефон"])

    assert refused.value.problems[0].expected
    assert not ImportBatch.objects.exists()


def test_a_sheet_without_people_is_refused(check):
    with pytest.raises(Refusal):
        check()


def test_a_batch_is_written_or_put_aside_once(check, curator):
    written, aside = check(VERA), check(OLEG)
    write_import(actor=curator, batch=written)
    discard_import(actor=curator, batch=aside)

    for batch in (written, aside):
        with pytest.raises(Refusal):
            write_import(actor=curator, batch=batch)
        with pytest.raises(Refusal):
            discard_import(actor=curator, batch=batch)
    assert aside.rows
    assert ImportBatch.objects.get(pk=aside.pk).problems == []


def test_only_who_keeps_the_bases_imports(director, programme):
    with pytest.raises(PermissionDenied):
        check_import(actor=director, programme=programme, base="mentees", file=workbook(VERA), file_name="x.xlsx")


def test_four_hundred_rows_take_a_handful_of_queries(check, curator, django_assert_max_num_queries):
    letters = "абвгдежзиклмнопрстуф"
    rows = [
        [number, f"Ученик{letters[number // 20]}{letters[number % 20]} Вера Петровна", "", "7Б", "12.03.2013", "", ""]
        for number in range(400)
    ]
    batch = check(*rows)

    with django_assert_max_num_queries(29):
        assert write_import(actor=curator, batch=batch) == 400


def test_two_hundred_changed_people_take_a_handful_of_queries(check, curator, django_assert_max_num_queries):
    letters = "абвгдежзик"
    rows = [
        [number, f"Ученик{letters[number // 20]}{letters[number % 10]} Вера", "", "7Б", f"{number % 28 + 1}.03.2013", "", ""]
        for number in range(200)
    ]
    write_import(actor=curator, batch=check(*rows))
    batch = check(*[[*row[:3], "8Б", *row[4:]] for row in rows])

    with django_assert_max_num_queries(29):
        write_import(actor=curator, batch=batch)

    assert Person.objects.filter(class_name="8Б").count() == AuditEvent.objects.filter(name="person.edited").count() == 200


def test_a_person_entered_by_hand_meanwhile_is_skipped(check, curator, programme, school):
    batch = check(VERA)
    person = PersonFactory(school=school, surname="Ёлкина", birth_date=datetime.date(2013, 3, 12))
    enter_mentee(actor=curator, programme=programme, person=person)

    assert write_import(actor=curator, batch=batch) == 0
