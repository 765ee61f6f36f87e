"""«Иванова А. П.» is offered in full when exactly one person of the school can be meant; nobody guesses."""

import dataclasses
from collections import defaultdict
from functools import reduce
from operator import or_

from django.db.models import Q

from mentoring.common.names import search_key
from mentoring.common.sheets.table import TableRow
from participants.models import Person
from participants.services.importing.matching import in_pieces
from participants.services.importing.read_row import ReadRow
from participants.services.importing.words import INITIALS

SURNAMES_AT_ONCE = 50


def initials_of(text: str) -> tuple[str, str, str] | None:
    """Surname and initials, None when it is something else."""
    match = INITIALS.fullmatch(text)
    return tuple(search_key(part or "") for part in match.groups()) if match else None


def offer_full_names(pairs: list[tuple[TableRow, ReadRow]]) -> None:
    asked = {
        read.number: initials_of(row.text("name")) for row, read in pairs if any(problem.code == "initials" for problem in read.problems)
    }
    people = people_by_surname({initials[0] for initials in asked.values()})
    for _row, read in pairs:
        if read.number in asked:
            person = who_fits(people, asked[read.number])
            offer = person.full_name if person else ""
            read.problems = [
                dataclasses.replace(problem, offer=offer) if problem.code == "initials" else problem for problem in read.problems
            ]


def people_by_surname(surnames: set[str]) -> dict[str, list[Person]]:
    found = defaultdict(list)
    for piece in in_pieces(surnames, size=SURNAMES_AT_ONCE):
        wanted = reduce(or_, (Q(search_key__startswith=f"{surname} ") for surname in piece))
        for person in Person.objects.filter(wanted):
            found[search_key(person.surname)].append(person)
    return found


def who_fits(people: dict[str, list[Person]], initials: tuple[str, str, str]) -> Person | None:
    """The only one who can be meant."""
    likely = [person for person in people[initials[0]] if _fits(person, initials)]
    return likely[0] if len(likely) == 1 else None


def _fits(person: Person, initials: tuple[str, str, str]) -> bool:
    _surname, name, patronymic = initials
    return search_key(person.name).startswith(name) and search_key(person.patronymic).startswith(patronymic)
