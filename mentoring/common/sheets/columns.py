"""One columns table gives a sheet its headings, cell types and widths."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class CellKind(StrEnum):
    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    DATETIME = "datetime"


@dataclass(frozen=True)
class SheetColumn:
    """`width` is in Excel's units, about one digit of the standard font each."""

    heading: str
    kind: CellKind = CellKind.TEXT
    width: float = 16

    def __post_init__(self):
        object.__setattr__(self, "kind", CellKind(self.kind))


@dataclass(frozen=True)
class SheetChart:
    """Bars of number columns (`series`) for each value of the text column `categories`; both counted from 1.

    `rows` limits the chart to the first ones, for a table that ends with what cannot be drawn.
    """

    title: str
    categories: int
    series: Sequence[int]
    maximum: float | None = None
    rows: int | None = None


@dataclass(frozen=True)
class Sheet:
    """`rows` is any iterable, read once: each row holds one value a column, None for an empty cell."""

    name: str
    columns: Sequence[SheetColumn]
    rows: Iterable[Sequence]
    chart: SheetChart | None = None
