"""Counting a run: the judgement of today, the best plan, both kept."""

from importlib.metadata import PackageNotFoundError, version

from pairs.enums import RunState
from pairs.models import MatchingRun
from pairs.queries.coupling import bonds_of
from pairs.queries.fitting import fit_of, refit_of
from pairs.queries.setting import policy_of
from pairs.queries.weighing import wish_ranks
from pairs.runs.figures import figures_of
from pairs.runs.orders import moves_pairs
from pairs.runs.snapshot import Snapshot, digest_of, snapshot_of
from pairs.runs.table import Table, goals_from, plan_to_json
from pairs.services.runs.recounting import recounted

RULES = "1"  # grows when the same judgement would be counted in another way


def count_run(run) -> None:
    """Fill the row; a second call, or one for a run that was set aside meanwhile, does nothing."""
    if run.state != RunState.COUNTING:
        return
    kept = _judged(run)
    table = recounted(_table(run, kept))
    fields = {
        "inputs": kept,
        "inputs_hash": table.inputs_hash,
        "first_hash": digest_of(table.inputs_hash, table.plan.hash),
        "engine": engine_version(),
        "locked": sorted(map(list, table.locked)),
        "forbidden": sorted(map(list, table.forbidden)),
        "plan": plan_to_json(table.plan),
        "figures": figures_of(table),
        "state": RunState.DRAFT,
    }
    if MatchingRun.objects.filter(pk=run.pk, state=RunState.COUNTING).update(**fields):
        for name, value in fields.items():
            setattr(run, name, value)


def _judged(run) -> dict:
    if moves_pairs(run.goals):
        fit, current = refit_of(run.programme, run.weights or None)
    else:
        fit, current = fit_of(run.programme, run.weights or None), {}
    return snapshot_of(fit, wish_ranks(run.programme), current.items(), bonds_of(policy_of(run.programme), fit))


def engine_version() -> str:
    try:
        return f"{RULES}; ortools {version('ortools')}"
    except PackageNotFoundError:
        return f"{RULES}; scipy {version('scipy')}"


def _table(run, kept: dict) -> Table:
    """Locks that went over from an older board hold as far as the rules of today allow them."""
    snapshot = Snapshot(kept)
    forbidden = frozenset(two for two in map(tuple, run.forbidden) if two in snapshot.edges)
    locked, left = set(), dict(snapshot.places)
    for mentee, mentor in map(tuple, run.locked):
        if (mentee, mentor) in snapshot.edges and (mentee, mentor) not in forbidden and left[mentor]:
            locked.add((mentee, mentor))
            left[mentor] -= 1
    digest = digest_of(kept, run.weights, run.goals)
    return Table(snapshot, digest, goals_from(run.goals), frozenset(locked), forbidden)
