"""A difference with its arrow, a verdict with its sign."""

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from monitoring.enums import Verdict

VERDICT_SIGNS = {
    Verdict.IMPROVED: ("good", "check-circle"),
    Verdict.UNCHANGED: ("neutral", "dash-circle"),
    Verdict.WORSE: ("bad", "exclamation-triangle"),
    Verdict.TOO_FEW: ("neutral", "question-circle"),
    Verdict.NO_EXIT: ("wait", "hourglass-split"),
}


@dataclass(frozen=True)
class Difference:
    """A signed number, its arrow and the arrow's word: colour alone says nothing."""

    text: str
    icon: str
    word: str


def difference(value: float | None) -> Difference | None:
    if value is None:
        return None
    number = number_format(abs(value), 1)
    if value > 0:
        return Difference(f"+{number}", "arrow-up", _("rose"))
    if value < 0:
        return Difference(f"\N{MINUS SIGN}{number}", "arrow-down", _("fell"))
    return Difference(number, "arrow-right", _("as before"))
