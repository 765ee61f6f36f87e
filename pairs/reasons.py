"""Why a pair ended: the tree of pairs/texts/reasons.toml."""

from functools import cache
from typing import NamedTuple

from mentoring.common.reference import load
from pairs.enums import FinishWay

REPLACED = "mentor_replaced"
UNNAMED = "mutual_other"  # what a service that is told nothing but a sentence writes down


class Reason(NamedTuple):
    code: str
    title: str
    way: FinishWay
    asks_note: bool
    never_again: bool


@cache
def reasons() -> dict[str, Reason]:
    """Every reason by its code, in the order of the file."""
    found = [
        Reason(one["code"], one["title"], FinishWay(way["code"]), one.get("asks_note", False), one.get("never_again", False))
        for way in load("pairs/texts/reasons.toml")["way"]
        for one in way["reason"]
    ]
    return {reason.code: reason for reason in found}


def reason_title(code: str) -> str:
    reason = reasons().get(code)
    return reason.title if reason else ""


def reason_choices() -> list[tuple[str, str]]:
    return [(reason.code, reason.title) for reason in reasons().values()]


def reasons_by_way() -> list:
    """Reasons under the heading of their way, for a select; the replacement has a page of its own."""
    open_ones = [reason for reason in reasons().values() if reason.code != REPLACED]
    ways = dict.fromkeys(reason.way for reason in open_ones)
    return [(way.label, [(reason.code, reason.title) for reason in open_ones if reason.way == way]) for way in ways]
