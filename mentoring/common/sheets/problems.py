"""What is wrong with a cell, said so that a person finds it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from mentoring.common.refusal import Refusal

FOUND_LIMIT = 80  # characters of a cell worth repeating


@dataclass(frozen=True)
class CellProblem:
    """`row` and `column` count from 1; `code` is for programs, `found` and `expected` for people.

    `key` is the column as the program calls it, `offer` a correction that a person may take.
    """

    sheet: str
    row: int
    column: int
    code: str
    found: str
    expected: str
    key: str = ""
    offer: str = ""

    @property
    def letter(self) -> str:
        return get_column_letter(self.column)

    @property
    def sentence(self) -> str:
        facts = {"sheet": self.sheet, "row": self.row, "column": self.letter, "expected": self.expected}
        if not self.found:
            return _("Sheet «%(sheet)s», row %(row)s, column %(column)s: the cell is empty, expected: %(expected)s.") % facts
        facts["found"] = self.found if len(self.found) <= FOUND_LIMIT else self.found[:FOUND_LIMIT] + "…"
        return _("Sheet «%(sheet)s», row %(row)s, column %(column)s: found «%(found)s», expected: %(expected)s.") % facts


class BadWorkbook(Refusal):
    """The workbook as a whole cannot be read; `problems` name the cells, if any."""

    def __init__(self, sentence: str, problems: tuple[CellProblem, ...] = ()):
        super().__init__(sentence)
        self.problems = problems
