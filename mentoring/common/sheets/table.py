"""A table with a heading row inside a workbook: found by its headings, read by keys."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _

from mentoring.common.sheets.cells import BadCell, parse_text
from mentoring.common.sheets.problems import BadWorkbook, CellProblem
from mentoring.common.sheets.reader import SheetRow, read_rows

HEADING_WITHIN = 30  # rows: titles, dates and stamps may stand above the heading


@dataclass(frozen=True)
class ExpectedColumn:
    """`key` is what the program calls the column, `heading` what our own template prints, `synonyms` what schools write instead."""

    key: str
    heading: str
    synonyms: Sequence[str] = ()
    required: bool = True

    def names(self) -> set[str]:
        return {normalised(name) for name in (str(self.heading), *self.synonyms)}


@dataclass(frozen=True)
class TableRow:
    """A row below the heading; columns that the sheet lacks read as empty."""

    row: SheetRow
    columns: dict[str, int]

    @property
    def sheet(self) -> str:
        return self.row.sheet

    @property
    def number(self) -> int:
        return self.row.number

    def raw(self, key: str):
        return self.row.value(self.columns[key]) if key in self.columns else None

    def text(self, key: str) -> str:
        return parse_text(self.raw(key))

    def problem(self, key: str, code: str, expected) -> CellProblem:
        """The problem of this cell; column A when the sheet lacks the column."""
        return CellProblem(self.sheet, self.number, self.columns.get(key, 1), code, self.text(key), str(expected))

    def bad(self, key: str, fault: BadCell) -> CellProblem:
        return self.problem(key, fault.code, fault.expected)


def normalised(heading) -> str:
    """Lower case, ё as е, everything but letters and digits as one blank: «Ф.И.О.  наставника*» is «ф и о наставника»."""
    return " ".join(re.sub(r"[^0-9a-zа-я]+", " ", parse_text(heading).lower().replace("ё", "е")).split())


def read_table(upload: BinaryIO, expected: Sequence[ExpectedColumn], sheet: str | None = None) -> Iterator[TableRow]:
    """Rows below the heading of one sheet: the named one, else the first that is not empty.

    Raises `UnsafeWorkbook`, or `BadWorkbook` whose problems name the heading cells that miss or repeat.
    """
    rows = _rows_of_one_sheet(read_rows(upload), sheet)
    seen = []
    for row in rows:
        seen.append(row)
        columns = _match(row, expected)
        if all(column.key in columns for column in expected if column.required):
            break
        if row.number >= HEADING_WITHIN:
            raise _no_heading(seen, expected)
    else:
        raise _no_heading(seen, expected)
    if repeated := _repeated(row, expected):
        raise _bad_heading(repeated)
    for row in rows:
        yield TableRow(row, columns)


def _rows_of_one_sheet(rows: Iterator[SheetRow], sheet: str | None) -> Iterator[SheetRow]:
    for row in rows:
        if sheet is None:
            sheet = row.sheet
        if normalised(row.sheet) == normalised(sheet):
            yield row


def _match(row: SheetRow, expected: Sequence[ExpectedColumn]) -> dict[str, int]:
    """Key to 1-based column, the leftmost of equal ones."""
    found = {}
    for position, value in reversed(list(enumerate(row.values, 1))):
        name = normalised(value)
        found.update({column.key: position for column in expected if name in column.names()})
    return found


def _repeated(row: SheetRow, expected: Sequence[ExpectedColumn]) -> tuple[CellProblem, ...]:
    return tuple(problem for column in expected for problem in _repetitions(row, column))


def _repetitions(row: SheetRow, column: ExpectedColumn) -> Iterator[CellProblem]:
    places = [position for position, value in enumerate(row.values, 1) if normalised(value) in column.names()]
    for place in places[1:]:
        wanted = _("the column «%(heading)s» once") % {"heading": column.heading}
        yield CellProblem(row.sheet, row.number, place, "repeated_column", parse_text(row.value(place)), wanted)


def _no_heading(seen: list[SheetRow], expected: Sequence[ExpectedColumn]) -> BadWorkbook:
    """Blame the row that looks most like the heading."""
    if not seen:
        return BadWorkbook(_("The workbook is empty, or it lacks the sheet that was asked for."))
    likeliest = max(seen, key=lambda row: len(_match(row, expected)))
    matched = _match(likeliest, expected)
    free = iter(position for position in range(1, len(expected) + len(likeliest.values) + 1) if position not in matched.values())
    missing = [column for column in expected if column.required and column.key not in matched]
    problems = []
    for column in missing:
        place = next(free)
        wanted = _("the heading «%(heading)s»") % {"heading": column.heading}
        problems.append(CellProblem(likeliest.sheet, likeliest.number, place, "missing_column", parse_text(likeliest.value(place)), wanted))
    return _bad_heading(tuple(problems))


def _bad_heading(problems: tuple[CellProblem, ...]) -> BadWorkbook:
    return BadWorkbook(" ".join(problem.sentence for problem in problems), problems)
