"""Writing a checked import: all its rows in one transaction or none, each asked again whether it is still new."""

import datetime
from collections import defaultdict

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record, record_all
from mentoring.common.collector import collector_paused
from mentoring.common.names import search_key
from mentoring.common.refusal import Refusal
from participants.enums import ImportState, RowVerdict, SignerBasis
from participants.models import Guardian, ImportBatch, Person
from participants.services.importing.changes import changes_of
from participants.services.importing.matching import Match, SchoolPeople, person_key
from participants.services.importing.read_row import ReadRow
from participants.services.importing.rows import RECORD_MODEL
from participants.services.rows import lock_school

DATES = ("birth_date", "entered_on")
AT_ONCE = 500  # rows of one UPDATE


@collector_paused()
@transaction.atomic
def write_import(*, actor, batch: ImportBatch, only_good: bool = False) -> int:
    """Enter the people of a checked file into the base and change those whose facts differ. Returns how many were entered.

    Who came in meanwhile is skipped. With `only_good` the rows with errors stay in the batch, to be corrected and written later.
    """
    actor.must(Permission.MANAGE_PEOPLE)
    lock_school(actor)
    locked = take(batch, ImportState.CHECKED, ImportState.WRITING)
    bad = {row["row"] for row in locked.rows if row["verdict"] == RowVerdict.ERROR}
    if bad and not only_good:
        raise Refusal(
            _("The file has errors, so nothing was written. Correct the named cells and check again, or write the good rows only.")
        )
    rows = [
        row | _dated(row["values"]) | {"person_pk": row["person"]}
        for row in locked.rows
        if row["verdict"] in (RowVerdict.CREATE, RowVerdict.CHANGE)
    ]
    if bad and not rows:
        raise Refusal(_("There is no good row to write. Correct the named cells first."))
    entered, changed = _write_rows(actor, locked, rows)
    locked.entered, locked.changed = locked.entered + entered, locked.changed + changed
    _close(locked, bad)
    record(actor, "import.written", locked, base=locked.get_base_display(), entered=entered, changed=changed)
    return entered


@transaction.atomic
def discard_import(*, actor, batch: ImportBatch) -> None:
    """Put a file aside; its rows are forgotten."""
    actor.must(Permission.MANAGE_PEOPLE)
    locked = take(batch, ImportState.COLUMNS, ImportState.CHECKED)
    locked.state, locked.source, locked.problems, locked.decisions = ImportState.DISCARDED, {}, [], {}
    locked.rows = [{"row": row["row"], "verdict": row["verdict"]} for row in locked.rows]
    locked.save(update_fields=["state", "source", "rows", "problems", "decisions"])
    record(actor, "import.discarded", locked)


def take(batch: ImportBatch, *states: str) -> ImportBatch:
    """Lock the batch while it is in one of the states."""
    locked = ImportBatch.objects.select_for_update(of=("self",)).select_related("programme").defer("source").get(pk=batch.pk)
    if locked.state in states:
        return locked
    if locked.state == ImportState.WRITTEN:
        raise Refusal(_("This file has already been written into the base. Open the base to see the people."))
    if locked.state == ImportState.DISCARDED:
        raise Refusal(_("This upload was removed. Bring the file again to check it anew."))
    if locked.state == ImportState.COLUMNS:
        raise Refusal(_("Say first what the columns mean, then the rows are checked."))
    raise Refusal(_("This file is being worked on. Wait until it is ready, or cancel the work."))


def _dated(values: dict) -> dict:
    for fields in (values["person"], values["record"]):
        for name in DATES:
            if fields.get(name):
                fields[name] = datetime.date.fromisoformat(fields[name])
    return values


def _write_rows(actor, batch: ImportBatch, rows: list[dict]) -> tuple[int, int]:
    model = RECORD_MODEL[batch.base]
    decided = [row["decided"] for row in rows if row.get("decided")]
    people = SchoolPeople(model, batch.programme, {person_key(row["person"]) for row in rows}, with_facts=True, also=decided)
    matches = [people.named(row["decided"]) if row.get("decided") else people.match(row["person"]) for row in rows]
    if None in matches:
        raise stale()
    known = [match.person.pk for match in matches if match.person]
    if any(match.twins for match in matches) or len(known) != len(set(known)):
        raise stale()
    changed = _change_rows(actor, people, rows, matches)
    fresh = [(row, match.person) for row, match in zip(rows, matches, strict=True) if not match.in_base]
    new = {index: _new_person(actor, row["person"]) for index, (row, person) in enumerate(fresh) if person is None}
    Person.objects.bulk_create(new.values())
    entries = [(row, person or new[index]) for index, (row, person) in enumerate(fresh)]
    model.objects.bulk_create(
        model(school_id=actor.school_id, programme_id=batch.programme_id, person_id=person.pk, **row["record"]) for row, person in entries
    )
    Guardian.objects.bulk_create(_new_guardians(actor, people, entries))
    return len(entries), changed


def stale() -> Refusal:
    return Refusal(_("The bases changed since the check. Nothing was written: check the rows again."))


def _change_rows(actor, people: SchoolPeople, rows: list[dict], matches: list[Match]) -> int:
    """Write the differences that the check showed, and no others; a fact that somebody changed meanwhile stops the whole write."""
    by_field, touched = defaultdict(list), {}
    for row, match in zip(rows, matches, strict=True):
        for change in _still_true(people, row, match):
            touched.setdefault(match.person, []).append(change["label"])
            target = match.person if change["of"] == "person" else people.record_of(match.person)
            if change["of"] == "guardian":
                guardian = Guardian(school=actor.school, person=match.person, basis=SignerBasis.PARENT, **row["guardian"])
                by_field[Guardian, None].append(guardian)
                continue
            setattr(target, change["field"], row[change["of"]][change["field"]])
            by_field[type(target), change["field"]].append(target)
    for (model, field), targets in by_field.items():
        if field is None:
            model.objects.bulk_create(targets)
        else:
            model.objects.bulk_update(targets, [field], batch_size=AT_ONCE)
    by_labels = defaultdict(list)
    for person, labels in touched.items():
        by_labels[", ".join(labels)].append(person)
    for labels, people_changed in by_labels.items():
        record_all(actor, "person.edited", people_changed, fields=labels)
    return len(touched)


def _still_true(people: SchoolPeople, row: dict, match: Match) -> list[dict]:
    shown = {(change["of"], change["field"]): change for change in row["changes"]}
    if not shown or match.person is None or match.person.pk != row["person_pk"]:
        return []
    read = ReadRow(row["row"], row["person"], row["record"], row["guardian"], kind_is_told=("person", "kind") in shown)
    current = [change for change in changes_of(people, match, read) if (change["of"], change["field"]) in shown]
    if any(change["was"] != shown[change["of"], change["field"]]["was"] for change in current):
        raise stale()
    return current


def _new_person(actor, fields: dict) -> Person:
    return Person(school_id=actor.school_id, search_key=person_key(fields), **fields)


def _new_guardians(actor, people: SchoolPeople, entries: list[tuple[dict, Person]]) -> list[Guardian]:
    """Those of people who enter the base; a representative among the changes is there already."""
    return [
        Guardian(school=actor.school, person=person, basis=SignerBasis.PARENT, **row["guardian"])
        for row, person in entries
        if row["guardian"]
        and not any(change["of"] == "guardian" for change in row["changes"])
        and search_key(row["guardian"]["full_name"]) not in people.guardians_of(person)
    ]


def _close(batch: ImportBatch, bad: set[int]) -> None:
    """What was written leaves the batch: personal data lives in the bases only. Bad rows wait for their correction."""
    if bad:
        batch.state = ImportState.CHECKED
        batch.source["rows"] = [row for row in batch.source["rows"] if row[0] in bad]
        batch.rows = [row for row in batch.rows if row["row"] in bad]
    else:
        batch.state, batch.source, batch.problems = ImportState.WRITTEN, {}, []
        batch.rows = [row | {"values": {}, "changes": [], "partners": []} for row in batch.rows]
        batch.decisions = {}
    batch.save(update_fields=["state", "source", "rows", "problems", "decisions", "entered", "changed"])
