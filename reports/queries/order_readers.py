"""Who stands on the acknowledgement sheet of an order, each once. Keys tell who may confirm in the system."""

from collections import defaultdict

from accounts.models import Membership
from mentoring.common.names import search_key
from participants.models import Guardian, Person
from participants.models.person import counts_as_minor
from participants.queries.consent_reference import minor_signs_from
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
    return ("guardian", entry["guardian"]) if is_guardian(entry) else entry.get("person") or entry["name"]


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
    """By the child; an adult with several children is told with all of them, `guardian` is the key of the first row."""
    people = [person for pair in pairs for person in pair.mentee_people]
    young = {one.pk: one for one in people if counts_as_minor(one.kind, one.birth_date, one.birth_year, under=minor_signs_from())}
    found = defaultdict(list)
    for rows in _by_adult(list(Guardian.objects.filter(person__in=young))):
        wards = [young[row.person_id] for row in rows]
        entry = {
            "name": rows[0].full_name,
            "post": GUARDIAN_OF + ", ".join(child.short_name for child in wards),
            "user": next((row.user_id for row in rows if row.user_id), None),
            "guardian": rows[0].pk,
            "children": [_entry(child) for child in wards],
        }
        for child in wards:
            found[child.pk].append(entry)
    return found


def _by_adult(rows: list[Guardian]) -> list[list[Guardian]]:
    """Rows of one adult with several children: of one login, recorded as one, or of one name and one phone. A name alone tells nobody."""
    users, adults = defaultdict(set), defaultdict(list)
    for row in rows:
        users[row.full_name, row.phone] |= {row.user_id} - {None}
    for row in rows:
        told = (row.full_name, row.phone) if row.phone else None
        known = users[told] if told else ()
        adults[row.user_id or (next(iter(known)) if len(known) == 1 else row.adult or told or f"row {row.pk}")].append(row)
    return list(adults.values())


def _entry(person) -> dict:
    return {"name": person.full_name, "post": person.place, "person": person.pk}


def _known(order, lines: list[str]) -> list[dict]:
    """«Петрова Мария Ильинична; учитель»: tied to the one person, else the one member, who is called so, with ё or е."""
    named = [{"name": cells["person"][0], "post": cells["post"][0]} for cells in line_cells(lines, ("person", "post", "rest"))]
    if not named:
        return []
    people, members = defaultdict(set), defaultdict(set)
    for person in Person.objects.filter(search_key__in={search_key(entry["name"]) for entry in named}):
        people[person.search_key].add(person.pk)
    for member in Membership.objects.active().with_names().filter(school_id=order.school_id):
        members[search_key(member.user.get_full_name())].add(member.user_id)
    for entry in named:
        found, users = (rows[search_key(entry["name"])] for rows in (people, members))
        if len(found) == 1:
            entry["person"] = next(iter(found))
        elif len(users) == 1:
            entry["user"] = next(iter(users))
    return named
