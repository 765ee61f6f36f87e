"""The curator's board on a run: pairs that stand fixed, pairs that are forbidden, and the best plan with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pairs.matching.coupled import EFFORT, match_coupled
from pairs.matching.engine import solve
from pairs.matching.goals import Goal
from pairs.matching.instance import Edge, Instance, Mentor, Pairing
from pairs.matching.plan import Plan, make_plan
from pairs.matching.prices import Prices
from pairs.matching.problem import Problem, prepare
from pairs.runs.snapshot import Snapshot

Two = tuple[int, int]  # mentee, mentor
QUICK = EFFORT / 30  # of a plan that a curator waits for at the board


@dataclass(frozen=True, eq=False)
class Table:
    """`inputs_hash` names the snapshot: what is prepared for the engine is kept in memory by it, not by the row.

    `gap` is that of `CoupledPlan`: 0 for a plan that is proven to be the best.
    """

    snapshot: Snapshot
    inputs_hash: str
    goals: tuple[Goal, ...]
    locked: frozenset[Two] = frozenset()
    forbidden: frozenset[Two] = frozenset()
    plan: Plan | None = None
    gap: int = 0

    @property
    def mentor_of(self) -> dict[int, int]:
        return {int(pair.mentee): int(pair.mentor) for pair in self.plan.pairs}

    def changed(self, **fields) -> "Table":
        return replace(self, **fields)

    def problem(self) -> Problem:
        return _problem(self.inputs_hash, self.locked, self.forbidden, Held(self.snapshot))

    def prices(self) -> Prices:
        return _prices(self.inputs_hash, self.locked, self.forbidden, self.goals, self.plan.hash, Held(self))

    def counted(self) -> "Table":
        """With the best plan; of equally good ones the one that keeps most of the pairs there are.

        Where people are coupled, raises `BadInstance` when the locks contradict that, and `TooLarge` when no plan is found.
        """
        current, goals, coupling = _pairings(self.snapshot.current.items()), self.goals, self.snapshot.coupling
        if self.plan is not None and not current:
            current = tuple(Pairing(pair.mentee, pair.mentor) for pair in self.plan.pairs)
            goals = (*self.goals, Goal.CLOSENESS) if Goal.CLOSENESS not in self.goals else self.goals
        elif coupling is None:
            return self.uncoupled()
        instance = _instance(self.snapshot, self.locked, self.forbidden, current)
        if coupling is None:
            return self.changed(plan=solve(prepare(instance), goals), gap=0)
        found = match_coupled(instance, coupling, goals, effort=EFFORT if self.plan is None else QUICK)
        return self.changed(plan=found.plan, gap=found.gap)

    def uncoupled(self) -> "Table":
        """With the plan that would be the best if nobody were coupled."""
        return self.changed(plan=solve(self.problem(), self.goals), gap=0)


class Held:
    """Something that a cache keeps without asking whether it is equal: the other arguments say so."""

    def __init__(self, thing):
        self.thing = thing

    def __eq__(self, other):
        return isinstance(other, Held)

    def __hash__(self):
        return 0


@lru_cache(maxsize=16)
def _problem(inputs_hash: str, locked: frozenset, forbidden: frozenset, held: Held) -> Problem:
    return prepare(_instance(held.thing, locked, forbidden, _pairings(held.thing.current.items())))


@lru_cache(maxsize=16)
def _prices(inputs_hash: str, locked: frozenset, forbidden: frozenset, goals: tuple, plan_hash: str, held: Held) -> Prices:
    return Prices(held.thing.problem(), held.thing.plan, goals)


def _instance(snapshot: Snapshot, locked: Iterable[Two], forbidden: Iterable[Two], current: tuple[Pairing, ...] = ()) -> Instance:
    return Instance(
        mentors=tuple(Mentor(str(mentor), places) for mentor, places in snapshot.places.items()),
        edges=tuple(Edge(str(mentee), str(mentor), one.points) for (mentee, mentor), one in snapshot.edges.items()),
        locked=_pairings(locked),
        forbidden=_pairings(forbidden),
        mentees=tuple(map(str, snapshot.mentees)),
        priority=tuple(map(str, snapshot.priority)),
        current=current,
    )


def _pairings(pairs: Iterable[Two]) -> tuple[Pairing, ...]:
    return tuple(Pairing(str(mentee), str(mentor)) for mentee, mentor in sorted(pairs))


def plan_to_json(plan: Plan) -> dict:
    """{"pairs": [[mentee, mentor, points]], "alone": [mentee], "floor"}."""
    pairs = sorted([int(pair.mentee), int(pair.mentor), pair.score] for pair in plan.pairs)
    return {"pairs": pairs, "alone": sorted(map(int, plan.unmatched)), "floor": plan.floor}


def plan_from_json(kept: dict) -> Plan:
    pairs = [Edge(str(mentee), str(mentor), points) for mentee, mentor, points in kept["pairs"]]
    return make_plan(pairs, map(str, kept["alone"]), kept["floor"])


def plan_of(snapshot: Snapshot, mentor_of: dict[int, int], floor: int | None) -> Plan:
    pairs = [Edge(str(mentee), str(mentor), snapshot.edges[mentee, mentor].points) for mentee, mentor in mentor_of.items()]
    alone = [str(mentee) for mentee in snapshot.mentees if mentee not in mentor_of]
    return make_plan(pairs, alone, floor)


def goals_from(names: Sequence[str]) -> tuple[Goal, ...]:
    return tuple(Goal(name) for name in names)
