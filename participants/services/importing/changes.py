"""How the facts of a row differ from those in the base. An empty cell changes nothing."""

import datetime

from django.utils.translation import gettext as _

from mentoring.common.names import search_key
from participants.services.importing.matching import Match, SchoolPeople

FIRST_WORD_ONLY = {"named_partners"}  # an exported base names the partners that the pairs have given since
NAMES = ("surname", "name", "patronymic")


def changes_of(people: SchoolPeople, match: Match, read) -> list[dict]:
    """[{of, field, label, was, becomes}] for a person whom the school knows; the texts are those that a page shows."""
    if match.person is None:
        return []
    known_birth = match.person.birth_date is not None
    passed = {*NAMES, *(("birth_date", "birth_year") if known_birth else ()), *(() if read.kind_is_told else ("kind",))}
    changes = _differences("person", match.person, {name: value for name, value in read.person.items() if name not in passed})
    entry = people.record_of(match.person)
    if entry is not None:
        changes += _differences("record", entry, {name: value for name, value in read.record.items() if name not in FIRST_WORD_ONLY})
    name = read.guardian.get("full_name", "")
    if name and search_key(name) not in people.guardians_of(match.person):
        changes.append({"of": "guardian", "field": "full_name", "label": _("representative"), "was": "", "becomes": name})
    return changes


def _differences(of: str, row, fields: dict) -> list[dict]:
    found = []
    for name, value in fields.items():
        was = getattr(row, name)
        if value in ("", None) or was == value:
            continue
        label = str(row._meta.get_field(name).verbose_name)
        found.append({"of": of, "field": name, "label": label, "was": shown(row, name, was), "becomes": shown(row, name, value)})
    return found


def shown(row, name: str, value) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return f"{value:%d.%m.%Y}"
    return str(dict(row._meta.get_field(name).flatchoices).get(value, value))
