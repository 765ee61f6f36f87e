"""What is remembered of a list for its reader. The site says where it is kept (accounts/school_list.py)."""

from collections.abc import Sequence
from dataclasses import dataclass

from mentoring.common.lists.columns import Column


@dataclass(frozen=True)
class SavedFilter:
    """A named filter with its sorting; `query` as in the address."""

    pk: int
    title: str
    query: str


@dataclass(frozen=True)
class Remembered:
    """`columns` are names, none when the reader has not chosen."""

    columns: Sequence[str] = ()
    filters: Sequence[SavedFilter] = ()

    def shown(self, columns: Sequence[Column]) -> list[Column]:
        """The chosen columns in the order of the table; the first names the row and always stays. Names that are gone do no harm."""
        chosen = [column for column in columns if column.name in self.columns]
        if not chosen:
            return [column for column in columns if not column.optional]
        first = columns[0]
        return chosen if first in chosen else [first, *chosen]
