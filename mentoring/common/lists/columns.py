"""What a list shows: its columns, the buttons above it and the words when it is empty."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime

DASH = "—"
DATE_FORMATS = {"date": "SHORT_DATE_FORMAT", "datetime": "SHORT_DATETIME_FORMAT"}


@dataclass(frozen=True)
class Column:
    """`value(row)` gives what is shown and exported; `html(row)` replaces what is shown; `order_by` makes it sortable.

    An `optional` column stands in the XLSX, and on the page when the reader chooses it.
    """

    name: str
    heading: str
    value: Callable[[Any], Any]
    html: Callable[[Any], str] | None = None
    order_by: tuple[str, ...] = ()
    kind: str = "text"  # a CellKind
    width: int = 24
    css: str = ""
    optional: bool = False

    def show(self, row) -> str:
        if self.html is not None:
            return self.html(row)
        value = self.value(row)
        if value in (None, ""):
            return DASH
        return self._in_words(value)

    def words(self, row) -> str:
        """What stands on paper, without markup."""
        value = self.value(row)
        return "" if value is None else str(self._in_words(value))

    def _in_words(self, value):
        if value and self.kind in DATE_FORMATS:
            return date_format(localtime(value) if self.kind == "datetime" else value, DATE_FORMATS[self.kind])
        return value


@dataclass(frozen=True)
class Action:
    """A button of the page header."""

    label: str
    url: str
    icon: str = ""
    primary: bool = False


@dataclass(frozen=True)
class Empty:
    """What an empty list says, and the button for those who can act."""

    sentence: str
    icon: str = "inbox"
    action: Action | None = None
