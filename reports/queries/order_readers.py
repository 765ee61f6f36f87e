"""Who stands on the acknowledgement sheet of an order, each once. Keys tell who may confirm in the system."""

from collections import defaultdict

from accounts.models import Membership
from participants.models import Guardian, Person
from participants.models.person import counts_as_minor
from participants.queries.consent_texts import minor_signs_from
from reports.enums import Reader
from reports.queries.frozen_people import GUARDIAN_OF, is_guardian
from reports.queries.order_annexes import chosen_mentors, line_cells
from reports.queries.order_people import controller_of, coordinator_of, curator_of
from reports.queries.order_words import new_mentor


def acquainted_people(order, pairs: list, readers: list[str]) -> list[dict]:
    """{name, post, person or user}: those of the `readers` whom the order concerns; who answers for it comes first.

    The entry of a guardian has `children`, entries as well.
    """
    makers = {
        Reader.RESPONSIBLE: lambda: [curator_of(order)],
        Reader.COORDINATOR: lambda: [coordinator_of(order)],
        Reader.CONTROLLER: lambda: [controller_of(order)],
        Reader.NAMED: lambda: _known(order, [*order.details.get("members", []), *order.details.get("awards", [])]),
        Reader.MENTORS: lambda: [_entry(record.person) for record in chosen_mentors(order)],
    }
    entries = [entry for reader, made in makers.items() if reader in readers for entry in made()]
    entries += _of_pairs(pairs, readers)
    new = new_mentor(order.details)
    entries += [_entry(new.person)] if new and Reader.MENTORS in readers else []
    found = {}
    for entry in entries:
        if entry["name"]:
            found.setdefault(_key(entry), entry)
    people = list(found.values())
    if Reader.RESPONSIBLE not in readers:
        return people
    return [people[0], *[entry for entry in people[1:] if is_guardian(entry) or entry["name"] != people[0]["name"]]]


def _key(entry: dict):
    """Whoever signs for a child signs apart from a namesake, and from the own line as one of the staff."""
    return (entry["name"], entry["user"]) if is_guardian(entry) else entry.get("person") or entry["name"]


def _of_pairs(pairs: list, readers: list[str]) -> list[dict]:
    """A mentor, the mentees, whoever signs for a child: pair by pair."""
    guardians = _guardians(pairs) if Reader.GUARDIANS in readers else {}
    entries = []
    for pair in pairs:
        entries += [_entry(pair.mentor.person)] if Reader.MENTORS in readers else []
        entries += [_entry(person) for person in pair.mentee_people] if Reader.MENTEES in readers else []
        entries += [entry for person in pair.mentee_people for entry in guardians.get(person.pk, ())]
    return entries


def _guardians(pairs: list) -> dict[int, list[dict]]:
    """By the child; an adult with several children is told with all of them."""
    people = [person for pair in pairs for person in pair.mentee_people]
    young = {one.pk: one for one in people if counts_as_minor(one.kind, one.birth_date, one.birth_year, under=minor_signs_from())}
    rows = list(Guardian.objects.filter(person__in=young))
    users, wards, found = defaultdict(set), defaultdict(list), defaultdict(list)
    for guardian in rows:
        users[guardian.full_name] |= {guardian.user_id} - {None}
    for guardian in rows:
        wards[_adult(guardian, users)].append(young[guardian.person_id])
    for guardian in rows:
        name, user = adult = _adult(guardian, users)
        post = GUARDIAN_OF + ", ".join(child.short_name for child in wards[adult])
        children = [_entry(child) for child in wards[adult]]
        found[guardian.person_id].append({"name": name, "post": post, "user": user, "children": children})
    return found


def _adult(guardian: Guardian, users: dict[str, set[int]]) -> tuple[str, int | None]:
    """A row without a login is of the one who has it under this name; of two such nobody knows whose it is."""
    known = users[guardian.full_name]
    return guardian.full_name, guardian.user_id or (next(iter(known)) if len(known) == 1 else None)


def _entry(person) -> dict:
    return {"name": person.full_name, "post": person.place, "person": person.pk}


def _known(order, lines: list[str]) -> list[dict]:
    """«Петрова Мария Ильинична; учитель»: tied to the one person, else the one member, who is called so."""
    named = [{"name": cells["person"][0], "post": cells["post"][0]} for cells in line_cells(lines, ("person", "post", "rest"))]
    if not named:
        return []
    people, members = {}, {}
    for person in Person.objects.filter(surname__in={entry["name"].split(" ")[0] for entry in named}):
        people.setdefault(person.full_name, []).append(person.pk)
    for member in Membership.objects.active().with_names().filter(school_id=order.school_id):
        members.setdefault(member.user.get_full_name(), set()).add(member.user_id)
    for entry in named:
        if len(people.get(entry["name"], [])) == 1:
            entry["person"] = people[entry["name"]][0]
        elif len(members.get(entry["name"], ())) == 1:
            entry["user"] = next(iter(members[entry["name"]]))
    return named
