"""The problem as arrays: the form in which every solver sees it."""

from dataclasses import dataclass, replace

import numpy as np


@dataclass(frozen=True, eq=False)
class Pool:
    """e edges between n mentees and m mentors, sorted by mentee and mentor; people are numbers from 0.

    A plan of a pool is a `host`: int64[n], the mentor of each mentee, -1 for nobody.
    """

    mentee: np.ndarray  # int32[e]
    mentor: np.ndarray  # int32[e]
    score: np.ndarray  # int64[e], 1..1000
    noise: np.ndarray  # uint32[e], the hash of both ids: breaks ties
    current: np.ndarray  # bool[e], the pair exists today
    priority: np.ndarray  # bool[n]
    places: np.ndarray  # int64[m], what is left of the capacity after the locked pairs
    taken: np.ndarray  # int64[m], locked pairs

    @property
    def mentees(self) -> int:
        return len(self.priority)

    @property
    def mentors(self) -> int:
        return len(self.places)

    def only(self, chosen: np.ndarray) -> "Pool":
        """The same people with fewer edges; `chosen` is a mask or sorted numbers of edges."""
        edges = {name: getattr(self, name)[chosen] for name in ("mentee", "mentor", "score", "noise", "current")}
        return replace(self, **edges)

    def chosen(self, host: np.ndarray) -> np.ndarray:
        """Numbers of the edges that a plan uses, sorted by mentee."""
        return np.flatnonzero(self.mentor == host[self.mentee])
