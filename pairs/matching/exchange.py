"""The question and the answer as JSON, so that the engine can be held against published instances."""

import json
from collections.abc import Callable

from pairs.matching.instance import BadInstance, Edge, Instance, Mentor, Pairing
from pairs.matching.plan import Plan

KEYS = {"mentors", "edges", "locked", "forbidden", "mentees", "priority", "current"}


def read_instance(text: str | bytes) -> Instance:
    """Read `{"mentors": [{"id", "capacity"}], "edges": [[mentee, mentor, score]], "locked": [[mentee, mentor]], "forbidden": …}`.

    `locked`, `forbidden`, `current` (pairs), `mentees` and `priority` (ids) may be left out. Raises `BadInstance` for a wrong shape;
    whether the values agree with each other is asked by `checks.check`.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInstance(f"This is not JSON: {error}.") from error
    if not isinstance(data, dict):
        raise BadInstance('The instance is not an object: write {"mentors": […], "edges": […]}.')
    if unknown := sorted(set(data) - KEYS):
        raise BadInstance(f"The instance has an unknown key {unknown[0]}; there are: {', '.join(sorted(KEYS))}.")
    if missing := [key for key in ("mentors", "edges") if key not in data]:
        raise BadInstance(f"The instance has no key {missing[0]}.")
    return Instance(
        mentors=_rows(data, "mentors", _mentor),
        edges=_rows(data, "edges", _edge),
        locked=_rows(data, "locked", _pairing),
        forbidden=_rows(data, "forbidden", _pairing),
        mentees=_rows(data, "mentees", _id),
        priority=_rows(data, "priority", _id),
        current=_rows(data, "current", _pairing),
    )


def write_plan(plan: Plan) -> str:
    """One JSON object on one line: `{"pairs": [[mentee, mentor, score], …], "total": …, "hash": …}`."""
    return json.dumps({"pairs": plan.pairs, "total": plan.total, "hash": plan.hash})


def _rows(data: dict, key: str, read: Callable) -> tuple:
    rows = data.get(key, [])
    if not isinstance(rows, list):
        raise BadInstance(f"The value of {key} is not a list.")
    return tuple(read(row, f"{key}, row {number}") for number, row in enumerate(rows, 1))


def _mentor(row: object, place: str) -> Mentor:
    if not isinstance(row, dict) or set(row) != {"id", "capacity"}:
        raise BadInstance(f'{place}: write {{"id": "…", "capacity": 1}}.')
    return Mentor(_id(row["id"], place), row["capacity"])


def _edge(row: object, place: str) -> Edge:
    if not isinstance(row, list) or len(row) != 3:
        raise BadInstance(f"{place}: write [mentee, mentor, score].")
    return Edge(_id(row[0], place), _id(row[1], place), row[2])


def _pairing(row: object, place: str) -> Pairing:
    if not isinstance(row, list) or len(row) != 2:
        raise BadInstance(f"{place}: write [mentee, mentor].")
    return Pairing(_id(row[0], place), _id(row[1], place))


def _id(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise BadInstance(f"{place}: an id is a text in quotes, not {value!r}.")
    return value
