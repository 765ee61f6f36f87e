"""A table with a heading row inside an upload: found by its headings, read by keys."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from mentoring.common.sheets.cells import BadCell, parse_text
from mentoring.common.sheets.letters import with_cyrillic_letters
from mentoring.common.sheets.problems import BadWorkbook, CellProblem
from mentoring.common.sheets.reader import SheetRow

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


@dataclass(slots=True)
class TableRow:
    """A row below the heading; columns that the sheet lacks read as empty."""

    row: SheetRow
    columns: dict[str, int]
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def sheet(self) -> str:
        return self.row.sheet

    @property
    def number(self) -> int:
        return self.row.number

    def raw(self, key: str):
        return self.row.value(self.columns[key]) if key in self.columns else None

    def text(self, key: str) -> str:
        text = self.texts.get(key)
        if text is None:
            text = self.texts[key] = parse_text(self.row.value(self.columns[key])) if key in self.columns else ""
        return text

    def problem(self, key: str, code: str, expected, offer: str = "") -> CellProblem:
        """The problem of this cell; column A when the sheet lacks the column."""
        return CellProblem(self.sheet, self.number, self.columns.get(key, 1), code, parse_text(self.raw(key)), str(expected), key, offer)

    def bad(self, key: str, fault: BadCell) -> CellProblem:
        return self.problem(key, fault.code, fault.expected)


@dataclass(frozen=True)
class Table:
    """`columns` leads from a key to the positions, counted from 1, whose heading means it."""

    heading: SheetRow
    columns: dict[str, list[int]]
    rows: list[SheetRow]


def normalised(heading) -> str:
    """Lower case, ё as е, everything but letters and digits as one blank: «Ф.И.О.  наставника*» is «ф и о наставника».

    A Latin letter inside a Russian word is the Russian one that it looks like.
    """
    text = parse_text(heading)
    text = with_cyrillic_letters(text) or text
    return " ".join(re.sub(r"[^0-9a-zа-я]+", " ", text.lower().replace("ё", "е")).split())


def find_table(rows: Iterable[SheetRow], expected: Sequence[ExpectedColumn], sheet: str | None = None) -> Table:
    """The table of one sheet: of the named one when it is there, else of the first that is not empty.

    Its heading is the first row with all required columns, else the row with most known headings, else the first row of words.
    A heading that a long list repeats is no row. Raises `BadWorkbook` when there is nothing like a heading.
    """
    chosen = _rows_of_one_sheet(list(rows), sheet)
    keys = _keys_by_name(expected)
    top = [row for row in chosen if row.number <= HEADING_WITHIN]
    required = {column.key for column in expected if column.required}
    matches = [_match(row, keys) for row in top]
    complete = [place for place, columns in enumerate(matches) if required <= columns.keys()]
    likely = [place for place, columns in enumerate(matches) if columns]
    words = [place for place, row in enumerate(top) if _is_words(row)]
    if not (complete or likely or words):
        raise no_heading(chosen, expected)
    place = complete[0] if complete else max(likely, key=lambda place: len(matches[place]), default=words[0] if words else 0)
    heading = top[place]
    return Table(heading, matches[place], [row for row in chosen[place + 1 :] if not _repeats(row, heading)])


def require_columns(table: Table, expected: Sequence[ExpectedColumn]) -> None:
    """Raise `BadWorkbook` whose problems name the heading cells that miss or repeat."""
    if any(column.required and column.key not in table.columns for column in expected):
        raise no_heading([table.heading], expected)
    problems = tuple(problem for column in expected for problem in _repetitions(table, column))
    if problems:
        raise _bad_heading(problems)


def no_heading(seen: Sequence[SheetRow], expected: Sequence[ExpectedColumn]) -> BadWorkbook:
    """Blame the row that looks most like the heading."""
    if not seen:
        return BadWorkbook(_("The workbook is empty, or it lacks the sheet that was asked for."))
    keys = _keys_by_name(expected)
    likeliest = max(seen[:HEADING_WITHIN], key=lambda row: len(_match(row, keys)))
    matched = _match(likeliest, keys)
    taken = {place for places in matched.values() for place in places}
    free = iter(position for position in range(1, len(expected) + len(likeliest.values) + 1) if position not in taken)
    problems = []
    for column in expected:
        if column.required and column.key not in matched:
            place = next(free)
            wanted = _("the heading «%(heading)s»") % {"heading": column.heading}
            found = parse_text(likeliest.value(place))
            problems.append(CellProblem(likeliest.sheet, likeliest.number, place, "missing_column", found, wanted))
    return _bad_heading(tuple(problems))


def _rows_of_one_sheet(rows: list[SheetRow], sheet: str | None) -> list[SheetRow]:
    if not rows:
        return rows
    names = {normalised(name): name for name in dict.fromkeys(row.sheet for row in rows)}
    chosen = names.get(normalised(sheet), rows[0].sheet) if sheet else rows[0].sheet
    return [row for row in rows if row.sheet == chosen]


def _keys_by_name(expected: Sequence[ExpectedColumn]) -> dict[str, list[str]]:
    keys = defaultdict(list)
    for column in expected:
        for name in column.names():
            keys[name].append(column.key)
    return keys


def _match(row: SheetRow, keys: dict[str, list[str]]) -> dict[str, list[int]]:
    found = {}
    for position, value in enumerate(row.values, 1):
        for key in keys.get(normalised(value), ()) if value is not None else ():
            found.setdefault(key, []).append(position)
    return found


def _is_words(row: SheetRow) -> bool:
    texts = [value for value in row.values if isinstance(value, str) and not any(letter.isdigit() for letter in value)]
    return len(texts) > 1


def _repeats(row: SheetRow, heading: SheetRow) -> bool:
    """On every printed page, or in the lower half of a merged heading."""
    pairs = [(value, above) for value, above in zip(row.values, heading.values, strict=False) if value is not None]
    return bool(pairs) and all(value == above for value, above in pairs) and len(row.values) <= len(heading.values)


def _repetitions(table: Table, column: ExpectedColumn) -> Iterator[CellProblem]:
    row = table.heading
    for place in table.columns.get(column.key, [])[1:]:
        wanted = _("the column «%(heading)s» once") % {"heading": column.heading}
        yield CellProblem(row.sheet, row.number, place, "repeated_column", parse_text(row.value(place)), wanted)


def _bad_heading(problems: tuple[CellProblem, ...]) -> BadWorkbook:
    return BadWorkbook(" ".join(problem.sentence for problem in problems), problems)
