"""From ids to arrays and back. People stand in the order of the hashes of their ids, so the order of input rows means nothing."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from pairs.matching.checks import check
from pairs.matching.instance import Edge, Instance
from pairs.matching.plan import Plan, make_plan
from pairs.matching.pool import Pool


@dataclass(frozen=True, eq=False)
class Problem:
    """A checked instance ready for any number of runs. Locked pairs are settled: their mentees are not in the pool."""

    pool: Pool
    mentees: Sequence[str]  # ids by number
    mentors: Sequence[str]
    locked: tuple[Edge, ...] = ()

    def plan(self, host: np.ndarray, floor: int | None = None) -> Plan:
        """The plan in words of ids; `host` as `Pool` describes it."""
        chosen = self.pool.chosen(host)
        rows = (array[chosen].tolist() for array in (self.pool.mentee, self.pool.mentor, self.pool.score))
        pairs = [Edge(self.mentees[mentee], self.mentors[mentor], score) for mentee, mentor, score in zip(*rows, strict=True)]
        alone = [self.mentees[number] for number in np.flatnonzero(host < 0)]
        return make_plan([*pairs, *self.locked], alone, floor)

    def host(self, plan: Plan) -> np.ndarray:
        """The plan in numbers. Raises KeyError when it names somebody who is not here."""
        mentees = {mentee: number for number, mentee in enumerate(self.mentees)}
        mentors = {mentor: number for number, mentor in enumerate(self.mentors)}
        host, settled = np.full(len(mentees), -1), {edge.mentee for edge in self.locked}
        for pair in plan.pairs:
            if pair.mentee not in settled:
                host[mentees[pair.mentee]] = mentors[pair.mentor]
        return host


def prepare(instance: Instance) -> Problem:
    """Raises `BadInstance`."""
    check(instance)
    locks, forbidden = dict(instance.locked), set(instance.forbidden)
    mentees = _in_order(instance.mentee_ids - set(locks), "mentee")
    capacity = {mentor.id: mentor.capacity for mentor in instance.mentors}
    mentors = _in_order(capacity, "mentor")
    free = [edge for edge in instance.edges if edge.mentee not in locks and edge[:2] not in forbidden]
    mentee_number, mentor_number = _numbers(mentees), _numbers(mentors)
    taken, current, priority = Counter(locks.values()), set(instance.current), set(instance.priority)
    pool = build_pool(
        mentees,
        mentors,
        mentee=np.array([mentee_number[edge.mentee] for edge in free], np.int32),
        mentor=np.array([mentor_number[edge.mentor] for edge in free], np.int32),
        score=np.array([edge.score for edge in free], np.int64),
        places=np.array([min(capacity[mentor] - taken[mentor], len(free)) for mentor in mentors], np.int64),
        current=np.array([edge[:2] in current for edge in free], bool),
        priority=np.array([mentee in priority for mentee in mentees], bool),
        taken=np.array([taken[mentor] for mentor in mentors], np.int64),
    )
    return Problem(pool, mentees, mentors, tuple(edge for edge in instance.edges if locks.get(edge.mentee) == edge.mentor))


def build_pool(
    mentees: Sequence[str], mentors: Sequence[str], *, mentee, mentor, score, places, current=None, priority=None, taken=None
) -> Pool:
    """Sorts the edges and hashes the ids; the arrays are those of `Pool`, the edges in any order, each once."""
    order = np.lexsort((mentor, mentee))
    mentee, mentor = mentee[order], mentor[order]
    return Pool(
        mentee=mentee,
        mentor=mentor,
        score=score[order],
        noise=_mix(_hashes(mentees, "mentee")[mentee], _hashes(mentors, "mentor")[mentor]),
        current=np.zeros(len(mentee), bool) if current is None else current[order],
        priority=np.zeros(len(mentees), bool) if priority is None else priority,
        places=np.minimum(places, np.bincount(mentor, minlength=len(mentors))),
        taken=np.zeros(len(mentors), np.int64) if taken is None else taken,
    )


def _in_order(ids: Iterable[str], side: str) -> list[str]:
    return sorted(ids, key=lambda id_: (_digest(id_, side), id_))


def _numbers(ids: Sequence[str]) -> dict[str, int]:
    return {id_: number for number, id_ in enumerate(ids)}


def _hashes(ids: Sequence[str], side: str) -> np.ndarray:
    return np.fromiter((int.from_bytes(_digest(id_, side)) for id_ in ids), np.uint64, len(ids))


def _digest(id_: str, side: str) -> bytes:
    return hashlib.blake2b(id_.encode(errors="surrogatepass"), digest_size=8, person=side.encode()).digest()


def _mix(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """32 even bits of two hashes: the finalizer of SplitMix64 (Steele, Lea, Flood 2014)."""
    mixed = first ^ (second << np.uint64(1))
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed ^= mixed >> np.uint64(shift)
        mixed *= np.uint64(factor)
    return (mixed >> np.uint64(32)).astype(np.uint32)
