"""T-13: ten thousand rows with twenty-five kinds of defects, several in a row: the check names exactly those cells and writes nothing."""

import random
import time
from io import BytesIO

import pytest

from mentoring.common.refusal import Refusal
from mentoring.common.sheets.columns import Sheet, SheetColumn
from mentoring.common.sheets.writer import write_workbook
from participants.models import Guardian, ImportBatch, MenteeRecord, Person
from participants.services import check_import, write_import
from tests.factories.participants import PersonFactory
from tests.factories.programmes import ProgrammeFactory

ROWS = 10_000
COLUMNS = {
    "name": "ФИО наставляемого",
    "class_name": "Класс",
    "birth_date": "Дата рождения",
    "birth_year": "Год рождения",
    "entered_on": "Дата вхождения в программу",
    "person_kind": "Кто",
    "experience_years": "Стаж",
    "category": "Категория",
    "phone": "Телефон",
    "email": "E-mail",
    "subject": "Предмет",
    "post": "Должность",
    "guardian": "Представитель",
    "guardian_phone": "Телефон представителя",
}
LETTERS = dict(zip(COLUMNS, "ABCDEFGHIJKLMN", strict=True))

# Column → what may be wrong there: (what is written, code).
DEFECTS = {
    "name": [
        ("", "bad_name"),
        ("Ёлкина", "bad_name"),
        ("Ёлкина 2 Вера", "bad_name"),
        ("Ёлкина В. П.", "initials"),
        ("Ёлкинa Вера Петровна", "mixed_letters"),
        ("Ёлкина Вера, Соснов Олег", "several_people"),
        ("#ССЫЛКА!", "formula_error"),
    ],
    "class_name": [("7B", "mixed_letters"), ("7" * 41, "too_long"), ("#Н/Д", "formula_error")],
    "birth_date": [
        ("31.02.2013", "bad_date"),
        ("вчера", "bad_date"),
        ("12.03.13", "bad_date"),
        ("12.03.1913", "unlikely_date"),
        ("1913", "unlikely_date"),
    ],
    "birth_year": [("двенадцать", "bad_date"), ("1902", "unlikely_date")],
    "entered_on": [("2026", "year_only"), ("30.02.2026", "bad_date")],
    "person_kind": [("марсианин", "unknown_word")],
    "experience_years": [("много", "not_integer"), ("12,5", "not_integer"), ("120", "out_of_range")],
    "category": [("высочайшая", "unknown_word")],
    "phone": [("нет", "bad_phone"), ("8" * 41, "too_long")],
    "email": [("почта", "bad_email")],
    "subject": [("х" * 121, "too_long")],
    "guardian_phone": [("у мамы", "bad_phone")],
    "guardian": [("Ёлкинa Ольга Юрьевна", "mixed_letters")],
}
KINDS = [(column, text, code) for column, found in DEFECTS.items() for text, code in found]


def spelled(number: int) -> str:
    return "".join("абвгдежзик"[int(digit)] for digit in f"{number:05}")


def good_row(number: int) -> dict:
    return {
        "name": f"Ёлкин{spelled(number)} Вера Петровна",
        "class_name": "7Б",
        "birth_date": "12.03.2013",
        "birth_year": "",
        "entered_on": "01.09.2026",
        "person_kind": "ученик",
        "experience_years": "",
        "category": "",
        "phone": "+7 900 123-45-67",
        "email": "vera@example.ru",
        "subject": "",
        "post": "",
        "guardian": "Ёлкина Ольга Юрьевна",
        "guardian_phone": "+7 900 123-45-68",
    }


def spoilt(seed: int) -> tuple[list[dict], set[tuple[int, str, str]]]:
    """Rows, and the oracle: (row, column, code) of every defect put in. Each row has at least one."""
    dice = random.Random(seed)
    rows, oracle = [], set()
    for number in range(ROWS):
        row = good_row(number)
        for column in dice.sample(list(DEFECTS), k=dice.randrange(1, 4)):
            row[column], code = dice.choice(DEFECTS[column])
            oracle.add((number + 2, LETTERS[column], code))
        rows.append(row)
    _repeat_people(dice, rows, oracle)
    return rows, oracle


def _repeat_people(dice, rows: list[dict], oracle: set) -> None:
    """Pairs of rows that mean one person, rows that may mean two known ones, a birth year that contradicts the date."""
    for number in dice.sample(range(1, ROWS), k=300):
        kind = dice.choice(["repeated_person", "other_year", "twins"])
        place = number + 2
        oracle -= {fault for fault in oracle if fault[0] == place}
        rows[number] = good_row(number)
        if kind == "other_year":
            rows[number]["birth_year"] = "2012"
            oracle.add((place, LETTERS["birth_year"], kind))
        elif kind == "twins":
            rows[number] |= {"name": f"Двойник{spelled(number)} Вера Петровна", "birth_date": ""}
            oracle.add((place, LETTERS["birth_date"], kind))
        else:
            rows.append(good_row(number))
            oracle.add((len(rows) + 1, LETTERS["name"], kind))
    for row in rows:
        if row["name"].startswith("Двойник"):
            row["twin"] = True


@pytest.mark.parametrize("seed", [20260901])
def test_ten_thousand_spoilt_rows_give_exactly_the_cells_that_were_spoilt(school, curator, seed):
    programme = ProgrammeFactory(school=school)
    rows, oracle = spoilt(seed)
    doubles = [row["name"].split() for row in rows if row.pop("twin", False)]
    for surname, name, patronymic in doubles:
        for year in (2011, 2012):
            PersonFactory(school=school, surname=surname, name=name, patronymic=patronymic, birth_date=f"{year}-01-01")
    people = Person.objects.count()
    file = BytesIO()
    write_workbook(file, [Sheet("Наставляемые", [SheetColumn(heading) for heading in COLUMNS.values()], ([*row.values()] for row in rows))])
    file.seek(0)

    started = time.monotonic()
    batch = check_import(actor=curator, programme=programme, base="mentees", file=file, file_name="база.xlsx")
    took = time.monotonic() - started

    assert {(problem["row"], problem["letter"], problem["code"]) for problem in batch.problems} == oracle
    assert len(batch.problems) == len(oracle)
    assert len(KINDS) >= 25
    with pytest.raises(Refusal):
        write_import(actor=curator, batch=batch)
    assert (Person.objects.count(), MenteeRecord.objects.count(), Guardian.objects.count()) == (people, 0, 0)
    assert ImportBatch.objects.get().state == "checked"
    assert took < 30
