import datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from mentoring.common.sheets.writer import write_workbook
from pairs.enums import PairState
from participants.services import check_import
from reports.documents.bases import base_sheet
from tests.factories.pairs import PairFactory
from tests.factories.participants import MenteeRecordFactory, MentorRecordFactory

RECOMMENDED = {
    "mentees": [
        "ФИО наставляемого",
        "Контактные данные для связи (данные представителя)",
        "Год рождения наставляемого",
        "Основной запрос наставляемого",
        "Дата вхождения в программу",
        "ФИО наставника",
        "Форма наставничества",
        "Место работы/учёбы наставника",
        "Дата завершения программы",
        "Результаты программы",
        "Ссылка на кейс/отзыв наставляемого, размещённые на сайте организации",
        "Отметка о прохождении программы",
    ],
    "mentors": [
        "ФИО наставника",
        "Контактные данные для связи",
        "Место работы/учёбы наставника",
        "Основные компетенции наставника",
        "Важные для программы достижения наставника",
        "Интересы наставника",
        "Желаемый возраст наставляемых",
        "Ресурс времени на программу наставничества",
        "Дата вхождения в программу",
        "ФИО наставляемого (наставляемых)",
        "Форма наставничества",
        "Место работы/учёбы наставляемого",
        "Дата завершения программы",
        "Результаты программы",
        "Ссылка на кейс/отзыв наставника, размещённые на сайте организации",
    ],
}


def rows_of(programme, base) -> list[dict]:
    file = BytesIO()
    write_workbook(file, [base_sheet(programme, base)])
    head, *rows = load_workbook(file).active.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.mark.parametrize("base", ["mentees", "mentors"])
def test_recommended_columns_come_first_and_in_order(programme, base):
    headings = [column.heading for column in base_sheet(programme, base).columns]

    assert headings[: len(RECOMMENDED[base]) + 1] == ["№", *RECOMMENDED[base]]


def test_mentee_carries_the_mentor_of_a_pair_that_an_order_has_fixed(programme):
    pair = PairFactory(programme=programme, active=True)

    row = rows_of(programme, "mentees")[0]

    assert row["ФИО наставника"] == pair.mentor.person.full_name
    assert row["Форма наставничества"] == pair.form.title
    assert row["Дата вхождения в программу"] == datetime.datetime(2026, 9, 10)  # noqa: DTZ001 - Excel knows no zones


def test_proposed_pairs_are_not_in_the_base(programme):
    PairFactory(programme=programme, state=PairState.PROPOSED)

    assert not rows_of(programme, "mentees")[0]["ФИО наставника"]
    assert not rows_of(programme, "mentors")[0]["ФИО наставляемого (наставляемых)"]


def test_mentor_carries_all_mentees_of_a_group(programme):
    pair = PairFactory(programme=programme, active=True, group=3)

    cell = rows_of(programme, "mentors")[0]["ФИО наставляемого (наставляемых)"]

    assert cell == ", ".join(person.full_name for person in pair.mentee_people)


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize("base,queries", [("mentors", 7), ("mentees", 7)])
def test_number_of_queries_does_not_grow_with_the_rows(programme, base, queries, count, django_assert_num_queries):
    for _number in range(count):
        PairFactory(programme=programme, active=True)

    with django_assert_num_queries(queries):
        assert len(rows_of(programme, base)) == count


def test_rows_of_another_programme_stay_out(programme, school):
    MentorRecordFactory(programme__school=school)
    MenteeRecordFactory(programme__school=school)

    assert rows_of(programme, "mentors") == []
    assert rows_of(programme, "mentees") == []


@pytest.mark.parametrize("base", ["mentors", "mentees"])
def test_import_understands_what_was_exported(curator, programme, base):
    pair = PairFactory(programme=programme, active=True, mentor__person__surname="Громова")
    mentee = pair.mentee_people[0]
    mentee.surname = "Белова"
    mentee.save()
    file = BytesIO()
    write_workbook(file, [base_sheet(programme, base)])
    file.seek(0)

    batch = check_import(actor=curator, programme=programme, base=base, file=file, file_name="base.xlsx")

    assert (batch.problems, batch.count("skip")) == ([], 1)
