"""From the row of a run to its board, and the names of the people on it."""

from functools import lru_cache

from pairs.runs.snapshot import Snapshot
from pairs.runs.table import Held, Table, goals_from, plan_from_json
from participants.models import MenteeRecord, MentorRecord


def open_table(run) -> Table:
    """The board of a counted run. What does not change is kept in memory by its digest, so a step does not read it again."""
    return Table(
        snapshot=_snapshot(run.inputs_hash, Held(run)),
        inputs_hash=run.inputs_hash,
        goals=goals_from(run.goals),
        locked=frozenset(map(tuple, run.locked)),
        forbidden=frozenset(map(tuple, run.forbidden)),
        plan=plan_from_json(run.plan),
        gap=run.figures.get("gap", 0),
    )


@lru_cache(maxsize=16)
def _snapshot(inputs_hash: str, held: Held) -> Snapshot:
    run, held.thing = held.thing, None  # the cache keeps what it was asked with: let the row go
    return Snapshot(run.inputs)


class People:
    """Records of a programme by key, with their persons; two queries."""

    def __init__(self, programme):
        self.mentees = _by_key(MenteeRecord, programme)
        self.mentors = _by_key(MentorRecord, programme)

    def mentee(self, key: int) -> str:
        return self.mentees[key].person.short_name

    def mentor(self, key: int) -> str:
        return self.mentors[key].person.short_name


def _by_key(model, programme) -> dict:
    names = [f"person__{field}" for field in ("surname", "name", "patronymic", "class_name", "post", "kind", "search_key")]
    rows = model.objects.filter(programme=programme).select_related("person").only("person_id", "left_on", "programme_id", *names)
    return {row.pk: row for row in rows}
