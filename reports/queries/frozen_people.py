"""Whom the frozen facts of an order name: on its sheet, as children of those who sign there, in its appendices."""

from participants.models import Guardian
from reports.queries.order_texts import order_kinds

GUARDIAN_OF = "законный представитель: "
OF_PEOPLE = {"mentor", "mentees", "person"}


def is_guardian(entry: dict) -> bool:
    """An entry of the first years has no `children`; the words of its post are all that tells."""
    return "children" in entry or entry["post"].startswith(GUARDIAN_OF)


def children_beside(people: list[dict]) -> list[dict]:
    """Children of the guardians on a sheet who have no line of their own, each once."""
    keys = {entry.get("person") for entry in people}
    found = {child["person"]: child for entry in people for child in entry.get("children", ())}
    return [child for key, child in found.items() if key not in keys]


def own_entries(lines, people: list[dict]) -> list[dict]:
    """Whose rows of the appendices go to these `lines`: the own ones; to a guardian the children's, while the rights last."""
    told = [(line, people[line.position - 1]) for line in lines]
    guardians = [(line, child) for line, entry in told for child in entry.get("children", ()) if line.user_id]
    rights = set()
    if guardians:
        keys = {child["person"] for _line, child in guardians}
        rights = set(Guardian.objects.filter(person__in=keys).values_list("user_id", "person_id"))
    own = [entry for _line, entry in told if not is_guardian(entry)]
    return own + [child for line, child in guardians if (line.user_id, child["person"]) in rights]


def everybody_named(order) -> list[dict]:
    """In the order and in the one that it changes or annuls: who stands in a table alone is an entry of a name."""
    found = []
    for payload in filter(None, [order.payload, order.amends.payload if order.amends else None]):
        people = payload["acquaintance"]["people"]
        found += [*people, *children_beside(people)]
        known = {entry["name"] for entry in found if not is_guardian(entry)}
        found += [{"name": name, "post": ""} for name in sorted(_in_tables(payload) - known)]
    return found


def _in_tables(payload: dict) -> set[str]:
    columns = [column for kind in order_kinds() for annex in kind["appendix"] for column in annex.get("columns", ())]
    headings = {column["heading"] for column in columns if column["code"] in OF_PEOPLE}
    cells = [
        cell
        for annex in payload["annexes"]
        for row in annex["rows"]
        for heading, cell in zip(annex["columns"], row, strict=True)
        if heading in headings
    ]
    return {name for cell in cells for line in cell for name in line.split(", ")} - {""}
