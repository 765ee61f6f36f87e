"""Surname, name and patronymic in columns of their own, as 1С writes them, become the one column that a base has."""

from collections.abc import Iterable, Iterator, Sequence

from mentoring.common.sheets.cells import parse_text
from mentoring.common.sheets.reader import SheetRow
from mentoring.common.sheets.table import HEADING_WITHIN, ExpectedColumn, normalised
from participants.queries.base_columns import name_parts


def with_joined_names(rows: Iterable[SheetRow], expected: Sequence[ExpectedColumn]) -> Iterator[SheetRow]:
    """The full name stands where the surname stood; the other two columns are emptied. A table that has a full name stays as it is."""
    column = next(column for column in expected if column.key == "name")
    names, places = column.names(), {}
    for row in rows:
        if places.get(row.sheet) is None and row.number <= HEADING_WITHIN and (found := _places(row, names)):
            places[row.sheet] = found
            yield _changed(row, found, column.heading)
        elif row.sheet in places:
            parts = [parse_text(row.value(place)) for place in places[row.sheet]]
            yield _changed(row, places[row.sheet], " ".join(filter(None, parts)) or None)
        else:
            yield row


def _places(heading: SheetRow, names: set[str]) -> list[int]:
    """Where surname, name and (if there is one) patronymic stand, counted from 1; nothing when this is not such a heading."""
    words = [normalised(value) if value is not None else "" for value in heading.values]
    if names & set(words):
        return []
    found = [next((place for place, word in enumerate(words, 1) if word in part), None) for part in name_parts().values()]
    return [place for place in found if place] if found[0] and found[1] else []


def _changed(row: SheetRow, places: list[int], text: str | None) -> SheetRow:
    values = list(row.values)
    for place in places:
        if place <= len(values):
            values[place - 1] = None
    values.extend([None] * (places[0] - len(values)))
    values[places[0] - 1] = text
    return SheetRow(row.sheet, row.number, tuple(values))
