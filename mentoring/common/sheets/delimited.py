"""Rows of a text table: a .csv in whatever encoding and with whatever separator, or cells pasted from Excel."""

import codecs
import re
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from mentoring.common.sheets.problems import BadWorkbook
from mentoring.common.sheets.reader import MAX_COLUMNS, MAX_ROWS, SheetRow, too_large

SEPARATORS = ("\t", ";", ",")
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
OTHER_FORMATS = ("<", "%PDF", "{\\rtf", "MZ", "PK", "X5O!P%@AP")  # a page, a drawing, a paper, a program, an archive, the antivirus sample
SAMPLE = 20_000  # characters that tell the separator


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 with its mark, or windows-1251. Raises `BadWorkbook` for what is no text."""
    try:
        text = content.decode("utf-16") if content.startswith(UTF_16) else _eight_bit(content)
    except UnicodeDecodeError as fault:
        raise _no_text() from fault
    if NOT_TEXT.search(text) or text.lstrip().startswith(OTHER_FORMATS):
        raise _no_text()
    return text


def _eight_bit(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1251")


def delimited_rows(text: str, sheet: str, separator: str = "") -> Iterator[SheetRow]:
    """Rows that are not empty, numbered as Excel would number them."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text[:4].lower() == "sep=":  # Excel's own first line
        first, _newline, text = text.partition("\n")
        separator = separator or first[4:5]
    separator = separator or likely_separator(text)
    for number, values in enumerate(_records(text, separator), 1):
        if number > MAX_ROWS or len(values) > MAX_COLUMNS:
            raise too_large(sheet)
        if any(value and not value.isspace() for value in values):
            yield SheetRow(sheet, number, tuple(value if value and not value.isspace() else None for value in values))


def likely_separator(text: str) -> str:
    """The one that cuts most rows into the same number of cells, and into more of them when two do."""
    sample = text[:SAMPLE]
    return max(SEPARATORS, key=lambda separator: _regularity(sample, separator))


def _regularity(sample: str, separator: str) -> tuple[float, int]:
    lengths = Counter(len(values) for values in _records(sample, separator) if any(values))
    if not lengths:
        return 0, 0
    width, times = max(lengths.items(), key=lambda item: (item[0] > 1, item[1]))
    return (times / lengths.total() if width > 1 else 0), width


def _records(text: str, separator: str) -> Iterator[list[str]]:
    """A quoted cell may hold separators, line breaks and doubled quotes; a quote that is never closed is a quote and nothing more."""
    cut = re.escape(separator)
    cell = re.compile(rf'(?:"((?:[^"]++|"")*+)"(?=[{cut}\n]|\Z)|([^{cut}\n]*))([{cut}\n]|\Z)')
    values, place = [], 0
    while place < len(text):
        match = cell.match(text, place)
        values.append(match[2] if match[1] is None else match[1].replace('""', '"'))
        place = match.end()
        if match[3] == separator:
            if place == len(text):
                values.append("")
            continue
        yield values
        values = []
    if values:
        yield values


def _no_text() -> BadWorkbook:
    return BadWorkbook(
        _("This is not a table in text form (.csv). Save the table in Excel as .xlsx or as CSV (UTF-8) and upload that file.")
    )
