"""What people type into cells, read without guessing; a value that cannot be read raises `BadCell`."""

import datetime
import re

from django.utils.translation import gettext_lazy as _

EXCEL_EPOCH = datetime.date(1899, 12, 30)  # day 0 of Excel's serial dates, its false 29 February 1900 counted in
SERIAL = re.compile(r"([1-7]\d{4})")  # 18.05.1927 to 2119: a shorter number is rather a slip than a date
SERIAL_MOMENT = re.compile(r"([1-7]\d{4})\.\d+")  # of a cell that is a number; written as text, 14006.2006 is rather the slip of a finger
RUSSIAN_DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?: ?г\.?)?")
ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+)?")
YEAR = re.compile(r"(?:19|20)\d\d(?: ?г\.?)?")
FORMULA_ERRORS = {
    "#REF!",
    "#N/A",
    "#VALUE!",
    "#NAME?",
    "#DIV/0!",
    "#NULL!",
    "#NUM!",
    "#ССЫЛКА!",
    "#Н/Д",
    "#ЗНАЧ!",
    "#ИМЯ?",
    "#ДЕЛ/0!",
    "#ПУСТО!",
    "#ЧИСЛО!",
}
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))

DATE_EXPECTED = _("a date as DD.MM.YYYY, for example 01.09.2012")
FULL_DATE_EXPECTED = _("the full date as DD.MM.YYYY, not the year alone")
INTEGER_EXPECTED = _("a whole number")


class BadCell(ValueError):
    """`code` is for programs, `expected` for people."""

    def __init__(self, code: str, expected):
        super().__init__(code)
        self.code = code
        self.expected = expected


def parse_text(raw) -> str:
    """One line of text: NBSP, line breaks and runs of blanks become one blank, invisible characters go; "" for an empty cell."""
    if raw is None:
        return ""
    if type(raw) is str:  # nearly every cell
        return " ".join(raw.translate(INVISIBLE).split())
    if isinstance(raw, bool):
        return str(raw)
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    if isinstance(raw, datetime.date):
        raw = raw.strftime("%d.%m.%Y")
    return " ".join(str(raw).translate(INVISIBLE).split())


def parse_integer(raw) -> int | None:
    """None for an empty cell; «12», 12.0 and «1 200» are whole numbers, «12,5» is not."""
    if isinstance(raw, bool | datetime.date):
        raise BadCell("not_integer", INTEGER_EXPECTED)
    text = parse_text(raw)
    if not text:
        return None
    digits = text.replace(" ", "")
    if not re.fullmatch(r"[+-]?[0-9]{1,15}", digits):
        raise BadCell("not_integer", INTEGER_EXPECTED)
    return int(digits)


def parse_date(raw, *, year_alone: bool = False) -> datetime.date | None:
    """None for an empty cell. Takes real dates, ДД.ММ.ГГГГ, ISO and Excel's serial numbers; with `year_alone` a year is its 1 January."""
    if isinstance(raw, datetime.datetime):
        return raw.date()
    if isinstance(raw, datetime.date):
        return raw
    text = parse_text(raw)
    if not text:
        return None
    if YEAR.fullmatch(text):
        if year_alone:
            return datetime.date(int(text[:4]), 1, 1)
        raise BadCell("year_only", FULL_DATE_EXPECTED)
    try:
        return _date_from(text, SERIAL_MOMENT if isinstance(raw, float) and not raw.is_integer() else SERIAL)
    except ValueError as fault:
        raise BadCell("bad_date", DATE_EXPECTED) from fault


def _date_from(text: str, serial: re.Pattern) -> datetime.date:
    if match := RUSSIAN_DATE.fullmatch(text):
        day, month, year = map(int, match.groups())
        return datetime.date(year, month, day)
    if match := ISO_DATE.fullmatch(text):
        return datetime.date(*map(int, match.groups()))
    if match := serial.fullmatch(text):
        return EXCEL_EPOCH + datetime.timedelta(days=int(match[1]))
    raise ValueError(text)
