"""Writing a checked import: all rows in one transaction or none, each asked again whether it is still new."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.names import search_key
from mentoring.common.refusal import Refusal
from participants.enums import ImportState, RowVerdict, SignerBasis
from participants.models import Guardian, ImportBatch, Person
from participants.services.importing.matching import SchoolPeople, person_key
from participants.services.importing.rows import RECORD_MODEL
from participants.services.rows import lock_school

DATES = ("birth_date", "entered_on")


@transaction.atomic
def write_import(*, actor, batch: ImportBatch) -> int:
    """Enter the people of a checked file into the base. Returns how many were entered; who came in meanwhile is skipped."""
    actor.must(Permission.MANAGE_PEOPLE)
    lock_school(actor)
    locked = _take(batch, ImportState.WRITTEN)
    if locked.count(RowVerdict.ERROR):
        raise Refusal(_("The file has errors, so nothing was written. Correct the named cells and upload it again."))
    rows = [_dated(row["values"]) for row in locked.rows if row["verdict"] == RowVerdict.CREATE]
    entered = _enter_rows(actor, locked, rows)
    _close(locked, ImportState.WRITTEN)
    record(actor, "import.written", locked, base=locked.get_base_display(), entered=entered)
    return entered


@transaction.atomic
def discard_import(*, actor, batch: ImportBatch) -> None:
    """Put a checked file aside; its rows are forgotten."""
    actor.must(Permission.MANAGE_PEOPLE)
    locked = _take(batch, ImportState.DISCARDED)
    _close(locked, ImportState.DISCARDED)
    record(actor, "import.discarded", locked)


def _take(batch: ImportBatch, wanted: str) -> ImportBatch:
    locked = ImportBatch.objects.select_for_update(of=("self",)).select_related("programme").get(pk=batch.pk)
    if locked.state == ImportState.WRITTEN:
        raise Refusal(_("This file has already been written into the base. Open the base to see the people."))
    if locked.state == ImportState.DISCARDED:
        raise Refusal(_("This file was put aside. Upload it again to check it anew."))
    return locked


def _dated(values: dict) -> dict:
    for fields in (values["person"], values["record"]):
        for name in DATES:
            if fields.get(name):
                fields[name] = datetime.date.fromisoformat(fields[name])
    return values


def _enter_rows(actor, batch: ImportBatch, rows: list[dict]) -> int:
    model = RECORD_MODEL[batch.base]
    people = SchoolPeople(model, batch.programme, {person_key(row["person"]) for row in rows})
    matches = [people.match(row["person"]) for row in rows]
    known = [match.person.pk for match in matches if match.person]
    if any(match.twins for match in matches) or len(known) != len(set(known)):
        raise Refusal(_("The bases changed since the check and now hold namesakes. Nothing was written: upload the file again."))
    fresh = [(row, match.person) for row, match in zip(rows, matches, strict=True) if not match.in_base]
    new = {index: _new_person(actor, row["person"]) for index, (row, person) in enumerate(fresh) if person is None}
    Person.objects.bulk_create(new.values())
    entries = [(row, person or new[index]) for index, (row, person) in enumerate(fresh)]
    model.objects.bulk_create(
        model(school=actor.school, programme=batch.programme, person=person, **row["record"]) for row, person in entries
    )
    Guardian.objects.bulk_create(_new_guardians(actor, entries))
    return len(entries)


def _new_person(actor, fields: dict) -> Person:
    return Person(school=actor.school, search_key=person_key(fields), **fields)


def _new_guardians(actor, entries: list[tuple[dict, Person]]) -> list[Guardian]:
    wanted = [(person, row["guardian"]) for row, person in entries if row["guardian"]]
    there = {
        (person_id, search_key(name))
        for person_id, name in Guardian.objects.filter(person__in=[person for person, _fields in wanted]).values_list("person", "full_name")
    }
    return [
        Guardian(school=actor.school, person=person, basis=SignerBasis.PARENT, **fields)
        for person, fields in wanted
        if (person.pk, search_key(fields["full_name"])) not in there
    ]


def _close(batch: ImportBatch, state: str) -> None:
    """The rows lose what they carried: personal data lives in the bases only."""
    batch.state = state
    batch.rows = [
        row | {"values": {}} if state == ImportState.WRITTEN else {"row": row["row"], "verdict": row["verdict"]} for row in batch.rows
    ]
    batch.problems = [] if state == ImportState.DISCARDED else batch.problems
    batch.save(update_fields=["state", "rows", "problems"])
