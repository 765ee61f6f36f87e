import datetime

import pytest

from mentoring.common.sheets.cells import BadCell, parse_date, parse_integer, parse_text

DAY = datetime.date(2012, 9, 1)


@pytest.mark.parametrize(
    "raw",
    [
        DAY,
        datetime.datetime(2012, 9, 1, 13, 0),  # noqa: DTZ001 - Excel knows no zones
        "01.09.2012",
        "1.9.2012",
        "01/09/2012",
        "01-09-2012",
        " 01.09.2012\u00a0г. ",
        "2012-09-01",
        "2012-09-01T00:00:00",
        41153,
        41153.75,
        "41153",
    ],
)
def test_a_date_is_read_however_it_is_written(raw):
    assert parse_date(raw) == DAY


@pytest.mark.parametrize("raw", ["31.02.2012", "09/13/2012", "01.09.12", "вчера", "1е сентября", 5, -5, 1e9, "1e4", "nan", "=A1", True])
def test_what_is_not_a_date_is_not_guessed(raw):
    with pytest.raises(BadCell) as bad:
        parse_date(raw)
    assert bad.value.code == "bad_date"


@pytest.mark.parametrize("raw", [2012, 2012.0, "2012", "2012 г."])
def test_a_year_alone_is_taken_only_where_it_is_allowed(raw):
    with pytest.raises(BadCell) as bad:
        parse_date(raw)
    assert bad.value.code == "year_only"
    assert parse_date(raw, year_alone=True) == datetime.date(2012, 1, 1)


@pytest.mark.parametrize(
    "raw, number", [(12.0, 12), ("12", 12), ("1 200", 1200), ("1\u00a0200", 1200), (-3, -3), (None, None), ("  ", None)]
)
def test_whole_numbers_are_read(raw, number):
    assert parse_integer(raw) == number


@pytest.mark.parametrize("raw", ["12,5", 12.5, "двенадцать", True, DAY, "１２", "1e3"])
def test_other_numbers_are_not_rounded(raw):
    with pytest.raises(BadCell) as bad:
        parse_integer(raw)
    assert bad.value.code == "not_integer"


@pytest.mark.parametrize(
    "raw, text",
    [
        ("  Иванов\u00a0 Пётр\n Ильич ", "Иванов Пётр Ильич"),
        ("Петро\u00adва\u200b", "Петрова"),
        (5.0, "5"),
        (5.5, "5.5"),
        (DAY, "01.09.2012"),
        (None, ""),
        ("=1+1", "=1+1"),
    ],
)
def test_text_is_one_line_and_says_the_same(raw, text):
    assert parse_text(raw) == text


def test_empty_cells_are_no_dates():
    assert parse_date(None) is parse_date(" \u00a0") is None
