"""What the judgement answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pairs.fitting.codes import RuleCode


@dataclass(frozen=True, slots=True)
class Part:
    """One criterion's share of a score."""

    criterion: str  # a stable code, e.g. "subject"
    value: int | None  # 0..1000; None: an answer is missing
    weight: int  # after the programme's choice
    note: str = ""  # facts for the sentence, without personal data of others


@dataclass(frozen=True, slots=True)
class Score:
    """How well a mentor fits a mentee. Criteria that have no meaning for the two have no part."""

    points: int  # 1..1000
    confidence: int  # 0..100, the share of the weight that had answers
    parts: tuple[Part, ...]


class Terms(NamedTuple):
    """Keys of the form and the role model that a pair would have."""

    form: int
    role_model: int


@dataclass(frozen=True, slots=True)
class Fit:
    """People are keys of records: `(mentee, mentor)` are a mentee record and a mentor record.

    Whoever is shut out as a whole stands in `mentees_out` or `mentors_out` alone. Any other two people stand in `scores` and `terms`,
    or in `refusals`. A mentee who holds a place in a pair stands nowhere.
    """

    places: Mapping[int, int]  # mentor -> free places, from 1; places held in pairs are taken off
    mentees: tuple[int, ...]  # to be matched
    scores: Mapping[tuple[int, int], Score]
    terms: Mapping[tuple[int, int], Terms]
    refusals: Mapping[tuple[int, int], tuple[RuleCode, ...]]  # in the order of the rules
    mentees_out: Mapping[int, tuple[RuleCode, ...]]
    mentors_out: Mapping[int, tuple[RuleCode, ...]]
    priority: frozenset[int]  # mentees who come first
