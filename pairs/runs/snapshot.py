"""What a run is counted from, as it is kept: keys and numbers, no names, no words that somebody wrote."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pairs.fitting.fit import Fit
from pairs.matching.coupled import Coupling

ASIDE = -1  # the criterion has no meaning for the two people


class Pairable(NamedTuple):
    """Two people whom no rule parts. `values` stand in the order of `Snapshot.criteria`: 0..1000, None for a missing answer, `ASIDE`."""

    points: int
    confidence: int
    terms: int
    values: tuple[int | None, ...]


class Bonds(NamedTuple):
    """Mentees who come only together, and the smallest group of a mentor by key. Nobody is named who is not in the run."""

    together: tuple[tuple[int, ...], ...]
    least: Mapping[int, int]


NO_BONDS = Bonds((), {})


def snapshot_of(fit: Fit, wishes: Mapping[tuple[int, int], int], current: Iterable[tuple[int, int]] = (), bonds: Bonds = NO_BONDS) -> dict:
    """JSON values in a stable order. `wishes` are places on the mentees' lists: (mentee, mentor) -> 1, 2, 3 …

    `current` are the pairs that work and may be changed by a rematch.
    """
    criteria = sorted({part.criterion for score in fit.scores.values() for part in score.parts})
    terms = sorted(set(fit.terms.values()))
    codes = sorted(set(fit.refusals.values()))
    number_of_terms, number_of_codes = _numbers(terms), _numbers(codes)
    return {
        "mentors": sorted([mentor, places] for mentor, places in fit.places.items()),
        "mentees": sorted(fit.mentees),
        "priority": sorted(fit.priority),
        "criteria": criteria,
        "terms": [list(one) for one in terms],
        "edges": [
            [mentee, mentor, score.points, score.confidence, number_of_terms[fit.terms[mentee, mentor]], *_values(score, criteria)]
            for (mentee, mentor), score in sorted(fit.scores.items())
        ],
        "codes": [[str(code) for code in one] for one in codes],
        "refusals": [[*key, number_of_codes[found]] for key, found in sorted(fit.refusals.items())],
        "mentees_out": sorted([record, [str(code) for code in found]] for record, found in fit.mentees_out.items()),
        "mentors_out": sorted([record, [str(code) for code in found]] for record, found in fit.mentors_out.items()),
        "wishes": sorted([mentee, mentor, rank] for (mentee, mentor), rank in wishes.items()),
        "current": sorted(map(list, current)),
        "together": sorted(sorted(group) for group in bonds.together),
        "least": sorted([mentor, number] for mentor, number in bonds.least.items()),
    }


def digest_of(*values) -> str:
    """SHA-256 of JSON values."""
    return hashlib.sha256(json.dumps(values, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A kept snapshot, opened."""

    kept: dict

    @cached_property
    def places(self) -> dict[int, int]:
        return dict(self.kept["mentors"])

    @property
    def mentees(self) -> list[int]:
        return self.kept["mentees"]

    @property
    def priority(self) -> list[int]:
        return self.kept["priority"]

    @property
    def criteria(self) -> list[str]:
        return self.kept["criteria"]

    @cached_property
    def edges(self) -> dict[tuple[int, int], Pairable]:
        return {
            (mentee, mentor): Pairable(points, confidence, terms, tuple(values))
            for mentee, mentor, points, confidence, terms, *values in self.kept["edges"]
        }

    @cached_property
    def refusals(self) -> dict[tuple[int, int], list[str]]:
        return {(mentee, mentor): self.kept["codes"][number] for mentee, mentor, number in self.kept["refusals"]}

    @cached_property
    def wishes(self) -> dict[tuple[int, int], int]:
        return {(mentee, mentor): rank for mentee, mentor, rank in self.kept["wishes"]}

    @cached_property
    def current(self) -> dict[int, int]:
        """mentee -> mentor of the pairs that work and may be changed; empty unless the run is a rematch."""
        return dict(self.kept.get("current", []))

    @cached_property
    def bonds(self) -> Bonds:
        return Bonds(tuple(map(tuple, self.kept.get("together", []))), dict(self.kept.get("least", [])))

    @cached_property
    def coupling(self) -> Coupling | None:
        """The bonds in ids of the engine; None when the flow is enough."""
        if not any(self.bonds):
            return None
        together = tuple(tuple(map(str, group)) for group in self.bonds.together)
        return Coupling(together, {str(mentor): number for mentor, number in self.bonds.least.items()})

    def terms_of(self, mentee: int, mentor: int) -> tuple[int, int]:
        """Keys of the form and the role model that the pair would have."""
        return tuple(self.kept["terms"][self.edges[mentee, mentor].terms])


def _numbers(values: list) -> dict:
    return {value: number for number, value in enumerate(values)}


def _values(score, criteria: list[str]) -> list:
    found = {part.criterion: part.value for part in score.parts}
    return [found.get(code, ASIDE) for code in criteria]
