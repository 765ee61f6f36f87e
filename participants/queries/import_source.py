"""The kept table of an upload, read again."""

import datetime
from collections.abc import Iterable, Iterator

from mentoring.common.sheets.reader import SheetRow


def plain(value):
    """A cell for JSON: a date is {"d": ISO}."""
    return {"d": value.isoformat()} if isinstance(value, datetime.date | datetime.time) else value


def typed(value):
    """A kept cell as it was read."""
    if not isinstance(value, dict):
        return value
    text = value["d"]
    if "T" in text:
        return datetime.datetime.fromisoformat(text)
    return (datetime.time if ":" in text else datetime.date).fromisoformat(text)


def source_rows(source: dict, numbers: Iterable[int] | None = None) -> Iterator[SheetRow]:
    wanted = None if numbers is None else set(numbers)
    for number, values in source["rows"]:
        if wanted is None or number in wanted:
            yield SheetRow(source["sheet"], number, tuple([typed(value) for value in values]))
