"""What the matching is given: ids are strings, everything that is not an edge is not allowed."""

from dataclasses import dataclass
from typing import NamedTuple


class BadInstance(ValueError):
    """What was given contradicts itself; the text is one sentence that names the place."""


class Mentor(NamedTuple):
    """`capacity` is how many mentees fit, from 1; a group is a mentor with several places."""

    id: str
    capacity: int


class Edge(NamedTuple):
    """A pair that the rules allow, with its score: a whole number from 1 to 1000, the more the better."""

    mentee: str
    mentor: str
    score: int


class Pairing(NamedTuple):
    mentee: str
    mentor: str


@dataclass(frozen=True)
class Instance:
    """One question to the engine. Mentees are those of the edges and of `mentees`, where one without any edge is named.

    `locked` pairs stand in every plan and are outside the floor; `forbidden` pairs stand in none; `current` pairs are what closeness keeps.
    """

    mentors: tuple[Mentor, ...]
    edges: tuple[Edge, ...]
    locked: tuple[Pairing, ...] = ()
    forbidden: tuple[Pairing, ...] = ()
    mentees: tuple[str, ...] = ()
    priority: tuple[str, ...] = ()
    current: tuple[Pairing, ...] = ()

    @property
    def mentee_ids(self) -> set[str]:
        return {edge.mentee for edge in self.edges} | set(self.mentees)
