"""Several people in one cell: of the name column they become several participants, of a partner's column names to remember.

Nobody becomes a participant by being mentioned as somebody's partner: the pair is made later, in its own room, by both sides' consent.
The names stay on the record as the sheet gave them, and the preview says who of them is in the school's list.
"""

import re
from collections import defaultdict

from mentoring.common.names import search_key
from mentoring.common.sheets.letters import HAS_LATIN
from mentoring.common.sheets.table import TableRow
from participants.models import Person
from participants.services.importing.initials import initials_of, people_by_surname, who_fits
from participants.services.importing.matching import in_pieces
from participants.services.importing.words import pieces_of, split_name

OF_ONE_PERSON = ("birth_date", "birth_year", "phone", "email", "contacts", "guardian", "guardian_phone", "mentor", "mentees")


def split_people(row: TableRow) -> list[TableRow]:
    """One row for each full name of the cell. A row with a cell that can belong to one of them only stays whole, as a problem."""
    names = pieces_of(row.raw("name"))
    are_clear = len(names) > 1 and all(split_name(name) and not HAS_LATIN.search(name) for name in names)
    if not are_clear or len(set(map(search_key, names))) < len(names) or any(row.text(code) for code in OF_ONE_PERSON):
        return [row]
    return [TableRow(row.row, row.columns, row.texts | {"name": name}) for name in names]


def find_partners(names: set[str]) -> dict[str, Person]:
    """{name as it is written: the one person of the school who can be meant}."""
    full = {name: search_key(*found) for name in names if (found := split_name(name))}
    by_key = defaultdict(list)
    for piece in in_pieces(set(full.values())):
        for person in Person.objects.filter(search_key__in=piece):
            by_key[person.search_key].append(person)
    found = {name: by_key[key][0] for name, key in full.items() if len(by_key[key]) == 1}
    short = {name: initials for name in names - full.keys() if (initials := initials_of(re.sub(r"\s*\.\s*", ".", name)))}
    people = people_by_surname({initials[0] for initials in short.values()})
    for name, initials in short.items():
        if person := who_fits(people, initials):
            found[name] = person
    return found
