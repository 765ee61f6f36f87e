import random
from io import BytesIO

import pytest

from mentoring.common.refusal import Refusal
from mentoring.common.sheets.delimited import decoded, delimited_rows, likely_separator
from mentoring.common.sheets.problems import BadWorkbook
from mentoring.common.sheets.uploads import read_upload

TABLE = [["ФИО", "Класс", "Запрос"], ["Ёлкина Вера", "7Б", "читать; считать, писать"], ["Соснов Олег", "8А", "сказал «да»\nи ушёл"]]


def written(rows, separator, newline="\r\n"):
    def cell(text):
        return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in (separator, '"', "\n")) else text

    return newline.join(separator.join(map(cell, row)) for row in rows) + newline


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_a_csv_is_read_in_any_encoding_and_with_any_separator(encoding, separator):
    rows = read_upload(BytesIO(written(TABLE, separator).encode(encoding)), "База.csv")

    assert [list(row.values) for row in rows] == TABLE


def test_rows_are_numbered_as_excel_numbers_them():
    assert [(row.sheet, row.number) for row in delimited_rows("а\tб\n\n \t\nв\tг\n", "Лист")] == [("Лист", 1), ("Лист", 4)]


def test_commas_inside_the_cells_do_not_win_over_semicolons():
    assert likely_separator("Фамилия, имя, отчество;Класс\nИванов Иван;7А\nПетров Пётр, мл.;7Б\n") == ";"


def test_titles_above_the_heading_do_not_hide_the_separator():
    assert likely_separator("База наставляемых, 2026\n\nФИО;Класс\nИванов Иван;7А\n") == ";"


def test_the_first_line_of_excel_names_the_separator():
    assert [row.values for row in delimited_rows("sep=;\nа,б;в\n", "Лист")] == [("а,б", "в")]


@pytest.mark.parametrize("text", ['"Лицей" № 1\tб', 'а\t"не закрыта', '12" экран\tб', '"""Лицей"" № 1"\tб'])
def test_a_quote_that_quotes_nothing_stays_a_quote(text):
    (row,) = delimited_rows(text, "Лист", "\t")

    assert len(row.values) == 2
    assert any('"' in value for value in row.values)


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"%PDF-1.7 /JS",
        b"<html><script>",
        b"<svg onload='x'>",
        b"{\\rtf1",
        b"MZ\x90",
        b"PK\x03\x04",
        b"a\x00b",
        b"\xff\xfea",
        b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
    ],
)
def test_what_is_no_text_is_refused_under_the_name_of_a_table(content):
    with pytest.raises(BadWorkbook):
        list(read_upload(BytesIO(content), "база.csv"))


def test_text_under_the_name_of_a_workbook_is_refused():
    with pytest.raises(Refusal):
        list(read_upload(BytesIO("а;б\n".encode()), "база.xlsx"))


def test_a_text_that_is_too_large_is_refused_before_it_is_read():
    with pytest.raises(Refusal, match="10"):
        list(read_upload(BytesIO(b"a" * (10 * 1024 * 1024 + 1)), "база.csv"))


def test_five_thousand_pasted_tables_come_back_as_they_were():
    dice = random.Random(13)
    pieces = ["Ёлкина", "Мамин-Сибиряк", '"', '""', "\n", "\t", "\u00a0", " ", ";", ",", "01.09.2012", "41153", "'", "=1+1", "е", "ё", "№"]
    for _case in range(5_000):
        table = [["".join(dice.choices(pieces, k=dice.randrange(5))) for _cell in range(4)] for _row in range(dice.randrange(1, 5))]
        table = [[*row[:3], "x"] for row in table]
        rows = delimited_rows(written(table, "\t", dice.choice(["\n", "\r\n"])), "Лист", "\t")

        assert [[value or "" for value in row.values] for row in rows] == [
            ["" if cell.isspace() else cell for cell in row] for row in table
        ]


@pytest.mark.parametrize("content", ["ФИО;Класс\n", "ФИО\tКласс"])
def test_the_end_of_the_last_row_may_miss(content):
    assert [row.values for row in delimited_rows(content, "Лист")] == [("ФИО", "Класс")]


def test_decoded_takes_the_mark_away():
    assert decoded("\ufeffФИО".encode()) == "ФИО"
