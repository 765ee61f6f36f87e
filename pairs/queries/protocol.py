"""Facts of the protocol of a matching, for a parent to read. Frozen into the run when it is adopted; no reason of a veto is among them."""

from django.utils.timezone import localtime
from django.utils.translation import override

from pairs.enums import BoardStepKind
from pairs.matching.greedy import greedy
from pairs.queries.tables import People, open_table
from pairs.queries.weighing import weighting_title
from pairs.rule_words import LEVELS, criterion_title
from pairs.runs.orders import order_of
from pairs.runs.snapshot import ASIDE, digest_of
from pairs.runs.table import Table

GOOD = 600  # a criterion from this value on is a reason for the pair


def protocol_facts(run) -> dict:
    """JSON values, in Russian as papers are."""
    with override("ru"):
        table, people = open_table(run), People(run.programme)
        return {
            "number": run.pk,
            "school": run.programme.school.full_name,
            "programme": run.programme.title,
            "counted_on": localtime(run.created_at).date().isoformat(),
            "weighting": weighting_title(run.weighting),
            "order": order_of(run.goals),
            "criteria": [
                {"title": criterion_title(code), "level": str(LEVELS.get(level, level))}
                for code, level in run.weights.items()
                if level != "off"
            ],
            "figures": run.figures,
            "by_hand": _by_hand(table),
            "locks": len(table.locked),
            "moves": _moves(run),
            "pairs": _pairs(table, people),
            "alone": sorted(people.mentees[int(key)].person.full_name for key in table.plan.unmatched),
            "engine": run.engine,
            "inputs_hash": run.inputs_hash,
            "first_hash": run.first_hash,
            "final_hash": digest_of(run.inputs_hash, table.plan.hash),
        }


def _moves(run) -> int:
    """Steps on the board that still stand."""
    count, version = 0, run.undo_to
    steps = {step.version: step for step in run.steps.exclude(kind=BoardStepKind.UNDO)}
    while version is not None:
        count, version = count + 1, steps[version].before["undo_to"]
    return count


def _by_hand(table: Table) -> dict:
    """What picking the best pair, then the next one would have given."""
    plan = greedy(table.problem())
    return {"matched": len(plan.pairs), "total": plan.total}


def _pairs(table: Table, people: People) -> list[dict]:
    snapshot, better = table.snapshot, _ranks(table)
    rows = []
    for mentee, mentor in table.mentor_of.items():
        one, pupil = snapshot.edges[mentee, mentor], people.mentees[mentee].person
        good = [
            criterion_title(code)
            for code, value in zip(snapshot.criteria, one.values, strict=True)
            if value not in (None, ASIDE) and value >= GOOD
        ]
        rank, possible = better[mentee]
        rows.append(
            {
                "mentee_key": mentee,
                "mentor": people.mentors[mentor].person.full_name,
                "mentor_place": people.mentors[mentor].person.place,
                "mentee": pupil.full_name,
                "place": pupil.place,
                "points": one.points,
                "good": good,
                "rank": rank,
                "possible": possible,
                "wish": snapshot.wishes.get((mentee, mentor)),
                "locked": (mentee, mentor) in table.locked,
                "confidence": one.confidence,
            }
        )
    return sorted(rows, key=lambda row: (row["mentor"], row["mentee"]))


def _ranks(table: Table) -> dict[int, tuple[int, int]]:
    """mentee -> (the place of the mentor among those possible by score, how many are possible)."""
    held, found = table.mentor_of, {}
    for (mentee, _mentor), one in table.snapshot.edges.items():
        if mentee in held:
            above, possible = found.get(mentee, (0, 0))
            own = table.snapshot.edges[mentee, held[mentee]].points
            found[mentee] = (above + (one.points > own), possible + 1)
    return {mentee: (above + 1, possible) for mentee, (above, possible) in found.items()}
