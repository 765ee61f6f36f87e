"""What the matching answers."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from pairs.matching.instance import Edge


@dataclass(frozen=True)
class Plan:
    """Pairs sorted by mentee and mentor, their sum of scores, and the mentees who stay alone.

    `hash` is the SHA-256 of pairs and of who stays alone: two runs with the same hash gave the same people to each other.
    `floor` is the score that every pair but a locked one reaches, None when no floor was asked for or nobody is matched.
    """

    pairs: tuple[Edge, ...]
    total: int
    unmatched: tuple[str, ...]
    hash: str
    floor: int | None = None


def make_plan(pairs: Iterable[Edge], unmatched: Iterable[str], floor: int | None = None) -> Plan:
    """Pairs and mentees in any order."""
    pairs, unmatched = tuple(sorted(pairs)), tuple(sorted(unmatched))
    text = json.dumps([pairs, unmatched], separators=(",", ":"))
    return Plan(pairs, sum(pair.score for pair in pairs), unmatched, hashlib.sha256(text.encode()).hexdigest(), floor)
