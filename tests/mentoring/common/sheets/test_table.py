import pytest
from django.utils import translation

from mentoring.common.sheets.cells import BadCell, parse_date
from mentoring.common.sheets.problems import BadWorkbook, CellProblem
from mentoring.common.sheets.reader import read_rows
from mentoring.common.sheets.table import ExpectedColumn, TableRow, find_table, normalised, require_columns
from tests.mentoring.common.sheets.workbooks import workbook

COLUMNS = [
    ExpectedColumn("name", "Ф.И.О. наставника", synonyms=["ФИО", "Фамилия, имя, отчество"]),
    ExpectedColumn("born", "Дата рождения"),
    ExpectedColumn("phone", "Телефон", required=False),
]


def read_table(file, expected, sheet=None):
    table = find_table(read_rows(file), expected, sheet)
    require_columns(table, expected)
    return [TableRow(row, {key: places[0] for key, places in table.columns.items()}) for row in table.rows]


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def test_the_heading_is_found_below_titles_and_under_other_names():
    rows = [
        ["База наставников"],
        ["на 01.09.2025"],
        [],
        ["№", "ДАТА\u00a0 РОЖДЕНИЯ*", "Фамилия, имя, отчество"],
        [1, "01.09.1980", " Ёлкина  Анна "],
        [],
        [2, None, "Б"],
    ]
    table = read_table(workbook(rows), COLUMNS)
    assert [(row.number, row.text("name"), row.text("born"), row.text("phone")) for row in table] == [
        (5, "Ёлкина Анна", "01.09.1980", ""),
        (7, "Б", "", ""),
    ]


def test_a_missing_heading_is_named_with_its_place():
    with pytest.raises(BadWorkbook) as refused:
        read_table(workbook([["Отчёт"], ["ФИО", "Год рождения"], ["А", "1980"]], name="База"), COLUMNS)
    assert refused.value.problems == (CellProblem("База", 2, 2, "missing_column", "Год рождения", "the heading «Дата рождения»"),)
    assert refused.value.sentence == "Sheet «База», row 2, column B: found «Год рождения», expected: the heading «Дата рождения»."


def test_a_repeated_heading_is_named_with_its_place():
    with pytest.raises(BadWorkbook) as refused:
        read_table(workbook([["ФИО", "Дата рождения", "Ф. И. О. наставника"]]), COLUMNS)
    assert [(problem.letter, problem.code, problem.found) for problem in refused.value.problems] == [
        ("C", "repeated_column", "Ф. И. О. наставника")
    ]


@pytest.mark.parametrize("sheet", [None, "Наставники"])
def test_an_empty_workbook_is_refused(sheet):
    with pytest.raises(BadWorkbook, match="empty"):
        read_table(workbook([]), COLUMNS, sheet=sheet)


def test_the_named_sheet_is_read():
    rows = [["ФИО", "Дата рождения"], ["А", "01.01.1980"]]
    assert len(read_table(workbook(rows, name="Наставники "), COLUMNS, sheet="наставники")) == 1


def test_a_heading_too_far_down_is_not_looked_for():
    with pytest.raises(BadWorkbook):
        read_table(workbook([["текст"]] * 40 + [["ФИО", "Дата рождения"]]), COLUMNS)


def test_a_bad_cell_says_where_it_is_and_what_was_expected():
    row = read_table(workbook([["ФИО", "Дата рождения"], ["А", "31.02.1980"]]), COLUMNS)[0]
    with pytest.raises(BadCell) as bad:
        parse_date(row.raw("born"))
    problem = row.bad("born", bad.value)
    assert (problem.row, problem.letter, problem.code) == (2, "B", "bad_date")
    assert problem.sentence == "Sheet «Лист», row 2, column B: found «31.02.1980», expected: a date as DD.MM.YYYY, for example 01.09.2012."


def test_an_empty_cell_is_called_empty():
    assert "the cell is empty" in CellProblem("Лист", 3, 28, "required", "", "a name").sentence
    assert "column AB" in CellProblem("Лист", 3, 28, "required", "", "a name").sentence


def test_a_long_cell_is_quoted_short():
    assert len(CellProblem("Лист", 3, 1, "long", "я" * 5_000, "a name").sentence) < 200


def test_headings_compare_without_case_yo_punctuation_and_blanks():
    assert normalised(" Приём\u00a0 (дата)*: ") == normalised("прием дата")
