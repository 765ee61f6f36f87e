"""Rows that look like somebody in the list, several people in a cell, names in three columns."""

import datetime

import pytest

from mentoring.common.refusal import Refusal
from participants.models import MenteeRecord, MentorRecord, Person
from participants.services import decide_twin, receive_table, write_import
from tests.factories.participants import MenteeRecordFactory, PersonFactory

BORN = datetime.date(2013, 3, 12)


@pytest.fixture
def receive(curator, programme):
    return lambda text, base="mentees": receive_table(actor=curator, programme=programme, base=base, text=text)


@pytest.fixture
def known(school):
    return PersonFactory(school=school, surname="Иванова", name="Анна", patronymic="Петровна", birth_date=BORN, phone="8 900 123-45-67")


MARRIED = "ФИО\tКласс\tТелефон\nСмирнова Анна Петровна\t7Б\t+7 900 123 45 67"


def verdicts(batch) -> list[tuple[str, str]]:
    return [(row["verdict"], row["name"]) for row in batch.rows]


def test_a_row_that_may_be_somebody_in_the_list_waits_for_a_word(receive, known, curator):
    batch = receive(MARRIED)

    assert [problem["code"] for problem in batch.problems] == ["perhaps_same"]
    assert [suspect["pk"] for suspect in batch.rows[0]["suspects"]] == [known.pk]
    with pytest.raises(Refusal):
        write_import(actor=curator, batch=batch)


def test_the_same_person_gets_the_record_and_no_second_entry(receive, known, curator):
    batch = receive(MARRIED)

    decide_twin(actor=curator, batch=batch, key=batch.rows[0]["key"], person=known.pk)
    batch.refresh_from_db()
    write_import(actor=curator, batch=batch)

    assert MenteeRecord.objects.get().person == known
    assert Person.objects.count() == 1


def test_somebody_else_is_created(receive, known, curator):
    batch = receive(MARRIED)

    decide_twin(actor=curator, batch=batch, key=batch.rows[0]["key"], person=0)
    batch.refresh_from_db()
    write_import(actor=curator, batch=batch)

    assert MenteeRecord.objects.get().person != known


def test_nobody_but_a_suspect_can_be_chosen(receive, known, curator):
    batch, stranger = receive(MARRIED), PersonFactory(school=curator.school)

    with pytest.raises(Refusal):
        decide_twin(actor=curator, batch=batch, key=batch.rows[0]["key"], person=stranger.pk)


def test_a_chosen_entry_that_is_gone_at_the_write_stops_it(receive, known, curator):
    batch = receive(MARRIED)
    decide_twin(actor=curator, batch=batch, key=batch.rows[0]["key"], person=known.pk)
    known.delete()
    batch.refresh_from_db()

    with pytest.raises(Refusal):
        write_import(actor=curator, batch=batch)


def test_several_full_names_in_one_cell_become_several_people(receive, curator):
    batch = receive('ФИО наставляемого\tКласс\tОсновной запрос\n"Иванов Иван Иванович, Петрова Анна Сергеевна"\t7Б\tматематика')

    assert verdicts(batch) == [("create", "Иванов Иван Иванович"), ("create", "Петрова Анна Сергеевна")]
    write_import(actor=curator, batch=batch)
    assert MenteeRecord.objects.filter(person__class_name="7Б", request="математика").count() == 2


@pytest.mark.parametrize("cell", ["Иванов Иван Иванович, Петрова Анна Сергеевна", "Иванов Иван Иванович; Иванов Иван Иванович"])
def test_a_birth_date_for_two_people_or_a_name_twice_is_a_problem(receive, cell):
    batch = receive(f"ФИО\tКласс\tДата рождения\n{cell}\t7Б\t12.03.2013")

    assert [problem["code"] for problem in batch.problems] == ["several_people"]


def test_the_partners_that_a_sheet_names_are_remembered_and_found(receive, curator, school):
    known = PersonFactory(school=school, surname="Петрова", name="Анна", patronymic="Сергеевна")
    batch = receive(
        'ФИО наставника\tКласс\tФИО наставляемого (наставляемых)\nГромова Ольга Юрьевна\t9А\t"Петрова А.С.; Сосновая Вера\nнет"', "mentors"
    )

    assert batch.rows[0]["partners"] == [{"name": "Петрова А.С.", "person": known.pk}, {"name": "Сосновая Вера", "person": None}]
    write_import(actor=curator, batch=batch)
    assert MentorRecord.objects.get().named_partners == "Петрова А.С.; Сосновая Вера"


def test_a_base_that_comes_back_with_its_pairs_changes_nothing(receive, programme):
    record = MenteeRecordFactory(programme=programme, person__surname="Ученикова")

    batch = receive(f"ФИО\tКласс\tФИО наставника\n{record.person.full_name}\t7Б\tГромова Ольга Юрьевна")

    assert [row["verdict"] for row in batch.rows] == ["skip"]


@pytest.mark.parametrize(
    "heading, row",
    [
        ("Фамилия\tИмя\tОтчество\tКласс", "Иванова\tАнна\tПетровна\t7Б"),
        ("№\tФамилия ученика\tКл.\tИмя ученика", "1\tИванова\t7Б\tАнна"),
        ("Табельный номер\tОтчество\tИмя\tФамилия\tКл.", "17\tПетровна\tАнна\tИванова\t7Б"),
        ("Ф.И.О. учащегося\tКл.\tДата рожд.\tТел.", "Иванова Анна Петровна\t7Б\t12.03.2013\t8 900 123-45-67"),
        ("Ученик\tКлacc", "Иванова Анна Петровна\t7Б"),
        ("Физическое лицо\tУчебная группа", "Иванова Анна Петровна\t7Б"),
    ],
    ids=["three columns", "two columns apart", "1С, another order", "short headings", "Latin letters in a heading", "1С"],
)
def test_headings_of_other_programs_are_understood(receive, heading, row):
    batch = receive(f"{heading}\n{row}")

    assert batch.problems == []
    assert [(verdict, name.split()[:2]) for verdict, name in verdicts(batch)] == [("create", ["Иванова", "Анна"])]
    assert batch.rows[0]["place"] == "7Б"
