"""Facts of the protocol of a matching, for a parent to read. Frozen into the run when it is adopted; no reason of a veto is among them."""

from django.utils.timezone import localtime
from django.utils.translation import override

from mentoring.common.names import signature_name
from pairs.enums import BoardStepKind
from pairs.fitting.scoring import WISHES
from pairs.matching.greedy import greedy
from pairs.queries.fitting import fit_of
from pairs.queries.tables import People, open_table
from pairs.queries.weighing import weighting_title
from pairs.rule_words import LEVELS, criterion_title
from pairs.runs.orders import order_of
from pairs.runs.snapshot import ASIDE, Pairable, Snapshot, digest_of
from pairs.runs.table import Table

GOOD = 600  # a criterion from this value on is a reason for the pair


def protocol_facts(run) -> dict:
    """JSON values, in Russian as papers are. What two people have in common is read from the bases of today, before they are paired."""
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
            "pairs": _pairs(table, people, _common(run)),
            "together": [[people.mentees[key].person.full_name for key in group] for group in table.snapshot.bonds.together],
            "least": [[people.mentors[key].person.full_name, least] for key, least in table.snapshot.bonds.least.items()],
            "alone": sorted(people.mentees[int(key)].person.full_name for key in table.plan.unmatched),
            "engine": run.engine,
            "curator": _signature(run.created_by.user),
            "inputs_hash": run.inputs_hash,
            "first_hash": run.first_hash,
            "final_hash": digest_of(run.inputs_hash, table.plan.hash),
        }


def _signature(user) -> str:
    return signature_name(user.last_name, user.first_name, user.patronymic)


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


def _common(run) -> dict[tuple[int, int], dict[str, str]]:
    """(mentee, mentor) -> criterion -> the words that both have."""
    scores = fit_of(run.programme, run.weights or None).scores
    return {two: {part.criterion: part.note for part in score.parts if part.note} for two, score in scores.items()}


def _pairs(table: Table, people: People, common: dict) -> list[dict]:
    snapshot, better = table.snapshot, _ranks(table)
    together = {mentee for group in snapshot.bonds.together for mentee in group}
    rows = []
    for mentee, mentor in table.mentor_of.items():
        one, pupil = snapshot.edges[mentee, mentor], people.mentees[mentee].person
        rank, possible = better[mentee]
        rows.append(
            {
                "mentee_key": mentee,
                "mentor_key": mentor,
                "mentor": people.mentors[mentor].person.full_name,
                "mentor_place": people.mentors[mentor].person.place,
                "mentee": pupil.full_name,
                "place": pupil.place,
                "points": one.points,
                "good": _good(snapshot, one, common.get((mentee, mentor), {})),
                "rank": rank,
                "possible": possible,
                "wish": snapshot.wishes.get((mentee, mentor)),
                "locked": (mentee, mentor) in table.locked,
                "together": mentee in together,
            }
        )
    return sorted(rows, key=lambda row: (row["mentor"], row["mentor_key"], row["mentee"]))


def _good(snapshot: Snapshot, one: Pairable, words: dict[str, str]) -> list[str]:
    """Criteria that speak for the pair: «общие интересы: шахматы»."""
    values = zip(snapshot.criteria, one.values, strict=True)
    good = [code for code, value in values if value not in (None, ASIDE) and value >= GOOD and code != WISHES]
    return [": ".join(filter(None, [criterion_title(code).lower(), words.get(code, "")])) for code in good]


def _ranks(table: Table) -> dict[int, tuple[int, int]]:
    """mentee -> (the place of the mentor among those possible by score, how many are possible)."""
    held, found = table.mentor_of, {}
    for (mentee, _mentor), one in table.snapshot.edges.items():
        if mentee in held:
            above, possible = found.get(mentee, (0, 0))
            own = table.snapshot.edges[mentee, held[mentee]].points
            found[mentee] = (above + (one.points > own), possible + 1)
    return {mentee: (above + 1, possible) for mentee, (above, possible) in found.items()}
