"""Who stands on the acknowledgement sheet of an order, each once. Keys tell who may confirm in the system."""

from collections import defaultdict

from accounts.models import Membership
from participants.models import Guardian, Person
from participants.models.person import counts_as_minor
from participants.queries.consent_texts import minor_signs_from
from reports.enums import Reader
from reports.queries.order_annexes import chosen_mentors, line_cells
from reports.queries.order_people import controller_of, coordinator_of, curator_of
from reports.queries.order_words import new_mentor


def acquainted_people(order, pairs: list, readers: list[str]) -> list[dict]:
    """{name, post, person or user}: those of the `readers` whom the order concerns; who answers for it comes first."""
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
            found.setdefault(entry.get("person") or entry["name"], entry)
    people = list(found.values())
    if Reader.RESPONSIBLE not in readers:
        return people
    return [people[0], *[entry for entry in people[1:] if entry["name"] != people[0]["name"]]]


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
    wards, found = defaultdict(list), defaultdict(list)
    for guardian in rows:
        wards[guardian.full_name].append(young[guardian.person_id].short_name)
    for guardian in rows:
        post = f"законный представитель: {', '.join(wards[guardian.full_name])}"
        found[guardian.person_id].append({"name": guardian.full_name, "post": post, "user": guardian.user_id})
    return found


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
