"""Parts of a pool that share nobody: each is solved alone, and its numbers stay small."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from pairs.matching.pool import Pool

STEPS = 6


class Part(NamedTuple):
    """A pool of its own, and what its people are called in the whole: int64[n], int64[m]."""

    pool: Pool
    mentees: np.ndarray
    mentors: np.ndarray


def split(pool: Pool) -> Iterator[Part]:
    """The connected parts that have an edge."""
    if not len(pool.mentee):
        return
    if _is_one(pool):
        yield Part(pool, np.arange(pool.mentees), np.arange(pool.mentors))
        return
    label = _labels(pool)[pool.mentee]
    order = np.argsort(label, kind="stable")
    for edges in np.split(order, np.flatnonzero(np.diff(label[order])) + 1):
        yield _part(pool, edges)


def _is_one(pool: Pool) -> bool:
    """Whether a few steps from the first mentee reach all others: the usual case, seen quicker than all labels are found."""
    starts = np.flatnonzero(np.diff(pool.mentee, prepend=-1))
    edges = np.diff(starts, append=len(pool.mentee))
    mentors = np.zeros(pool.mentors, bool)
    mentors[pool.mentor[: edges[0]]] = True
    for _step in range(STEPS):
        reached = np.logical_or.reduceat(mentors[pool.mentor], starts)
        if reached.all():
            return True
        mentors[pool.mentor[np.repeat(reached, edges)]] = True
    return False


def _labels(pool: Pool) -> np.ndarray:
    people = pool.mentees + pool.mentors
    ends = np.concatenate([[0], np.cumsum(np.bincount(pool.mentee, minlength=people))]).astype(np.int32)
    graph = csr_array((np.ones(len(pool.mentee)), pool.mentor + np.int32(pool.mentees), ends), shape=(people, people))
    return connected_components(graph, directed=False)[1]


def _part(pool: Pool, edges: np.ndarray) -> Part:
    mentees, mentee = np.unique(pool.mentee[edges], return_inverse=True)
    mentors, mentor = np.unique(pool.mentor[edges], return_inverse=True)
    part = Pool(
        mentee=mentee.astype(np.int32),
        mentor=mentor.astype(np.int32),
        score=pool.score[edges],
        noise=pool.noise[edges],
        current=pool.current[edges],
        priority=pool.priority[mentees],
        places=pool.places[mentors],
        taken=pool.taken[mentors],
    )
    return Part(part, mentees, mentors)
