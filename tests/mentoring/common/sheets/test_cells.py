import datetime
import random

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


@pytest.mark.parametrize(
    "raw", ["31.02.2012", "09/13/2012", "01.09.12", "вчера", "1е сентября", "14006.2006", 5, -5, 1e9, "1e4", "nan", "=A1", True]
)
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


SPELLINGS = ["%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d", "%d.%m.%Y г.", "%Y-%m-%dT00:00:00"]


def test_five_thousand_spellings_of_a_day_are_that_day():
    dice, wrong = random.Random(13), []
    for _case in range(5_000):
        day = datetime.date(1930, 1, 1) + datetime.timedelta(days=dice.randrange(40_000))
        serial = (day - datetime.date(1899, 12, 30)).days
        raw = dice.choice([day.strftime(dice.choice(SPELLINGS)), serial, str(serial), f"{day.day}.{day.month}.{day.year}", day])
        if isinstance(raw, str):
            raw = dice.choice([" ", "\u00a0", "\u200b", ""]) + raw + dice.choice([" ", "\r\n", ""])
        if parse_date(raw) != day:
            wrong.append((raw, day))

    assert wrong == []


def test_five_thousand_slips_in_a_day_give_what_is_written_or_nothing():
    """The oracle reads the cell by itself: three numbers in one of the two orders, or a number of five digits."""
    dice, wrong = random.Random(14), []
    for _case in range(5_000):
        day = datetime.date(1930, 1, 1) + datetime.timedelta(days=dice.randrange(40_000))
        text = day.strftime(dice.choice(SPELLINGS[:4]))
        place = dice.randrange(len(text))
        raw = text[:place] + dice.choice(["", "0", "9", ".", "-", " ", "О", "l"]) + text[place + dice.randrange(2) :]
        try:
            read = parse_date(raw)
        except BadCell:
            continue
        numbers = [int(number) for number in raw.replace("/", ".").replace("-", ".").split(".")]
        if len(numbers) != 3 or read not in (_day(*numbers), _day(*reversed(numbers))):
            wrong.append((raw, read))

    assert wrong == []


def _day(day: int, month: int, year: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
