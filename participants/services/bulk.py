"""One field of many rows set to one value: proposed, made in one transaction, undone where nobody changed it since."""

from collections.abc import Callable, Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record, record_all
from mentoring.common.refusal import Refusal
from participants.bulk_fields import FIELDS, MODELS, BulkField
from participants.enums import BulkState, BulkVerdict
from participants.models import BulkChange, BulkChangeRow, MenteeRecord, MentorRecord, Person
from participants.services.people import fill_person
from participants.services.records import fill_record
from participants.services.rows import lock_school

MOST_ROWS = 5_000
AT_ONCE = 500  # rows of one UPDATE
EDITED = {Person: "person.edited", MentorRecord: "mentor.edited", MenteeRecord: "mentee.edited"}


@transaction.atomic
def propose_bulk_change(*, actor, base: str, rows: Iterable[int], field: str, value) -> BulkChange:
    """Find out what would happen to each row of a list; nothing changes yet. `rows` are keys of the list's model."""
    actor.must(Permission.MANAGE_PEOPLE)
    keys = list(rows)
    if not keys:
        raise Refusal(_("Pick the rows first."))
    if len(keys) > MOST_ROWS:
        raise Refusal(_("At most %(most)s rows change at once. Narrow the list with the filter.") % {"most": MOST_ROWS})
    chosen = FIELDS[base][field]
    _forget_proposals(actor)
    change = BulkChange.objects.create(school=actor.school, base=base, field=field, value=value, made_by=actor)
    targets = list(_targets(chosen, _target_keys(actor, base, keys, chosen)))
    rows = [_judged(change, chosen, target) for target in targets]
    BulkChangeRow.objects.bulk_create(rows, batch_size=AT_ONCE)
    tidy = [getattr(target, chosen.name) for target, row in zip(targets, rows, strict=True) if row.verdict != BulkVerdict.CANNOT]
    if tidy:
        change.value = tidy[0]  # «7 б» is kept as it is written into the rows, «7Б»
        change.save(update_fields=["value"])
    return change


@transaction.atomic
def make_bulk_change(*, actor, change: BulkChange) -> BulkChange:
    """Write what was proposed. A row that somebody changed since the preview is left as it is and says so."""
    actor.must(Permission.MANAGE_PEOPLE)
    locked = _take(actor, change, BulkState.PROPOSED, _("This change is made already. Reload the page."))
    rows = locked.rows.filter(verdict=BulkVerdict.CHANGE)
    written = _write(actor, locked, rows, was=lambda row: row.old, will=lambda row: locked.value, done=BulkVerdict.CHANGED)
    locked.state = BulkState.MADE
    locked.save(update_fields=["state"])
    record(actor, "bulk_change.made", locked, field=FIELDS[locked.base][locked.field].label, rows=written)
    return locked


@transaction.atomic
def undo_bulk_change(*, actor, change: BulkChange) -> BulkChange:
    """Give each row its former value back, unless somebody has changed it since."""
    actor.must(Permission.MANAGE_PEOPLE)
    locked = _take(actor, change, BulkState.MADE, _("There is nothing to undo: the change is not made, or it is undone already."))
    rows = locked.rows.filter(verdict=BulkVerdict.CHANGED)
    written = _write(actor, locked, rows, was=lambda row: locked.value, will=lambda row: row.old, done=BulkVerdict.RESTORED)
    locked.state = BulkState.UNDONE
    locked.save(update_fields=["state"])
    record(actor, "bulk_change.undone", locked, field=FIELDS[locked.base][locked.field].label, rows=written)
    return locked


def _forget_proposals(actor) -> None:
    """What the member has looked at and not made; it holds personal data for nothing."""
    BulkChangeRow.objects.filter(change__made_by=actor, change__state=BulkState.PROPOSED).delete()
    BulkChange.objects.filter(made_by=actor, state=BulkState.PROPOSED).delete()


def _take(actor, change: BulkChange, state: str, sentence: str) -> BulkChange:
    """Lock the school's bases and the change while it is in this state."""
    lock_school(actor)
    locked = BulkChange.objects.visible_to(actor).select_for_update(of=("self",)).get(pk=change.pk)
    if locked.state != state:
        raise Refusal(sentence)
    return locked


def _target_keys(actor, base: str, keys: list[int], chosen: BulkField) -> list[int]:
    """Of the rows that the actor sees: a person may stand in the list twice."""
    rows = MODELS[base].objects.visible_to(actor).filter(pk__in=keys)
    path = "person_id" if chosen.model is Person and base != "people" else "pk"
    return list(dict.fromkeys(rows.order_by("pk").values_list(path, flat=True)))


def _targets(chosen: BulkField, keys: list[int]):
    rows = chosen.model.objects.filter(pk__in=keys).order_by("pk")
    return rows if chosen.model is Person else rows.select_related("person", "programme")


def _judged(change: BulkChange, chosen: BulkField, target) -> BulkChangeRow:
    old = getattr(target, chosen.name)
    row = BulkChangeRow(school_id=change.school_id, change=change, person=_person(target), target_id=target.pk, old=old)
    reason = _fill(target, chosen, change.value)
    if reason:
        row.verdict, row.reason = BulkVerdict.CANNOT, reason
    else:
        row.verdict = BulkVerdict.SAME if getattr(target, chosen.name) == old else BulkVerdict.CHANGE
    return row


def _write(actor, change: BulkChange, rows, *, was: Callable, will: Callable, done: str) -> int:
    chosen = FIELDS[change.base][change.field]
    rows = list(rows)
    found = {target.pk: target for target in _targets(chosen, [row.target_id for row in rows]).select_for_update(of=("self",))}
    skipped = BulkVerdict.MEANWHILE if done == BulkVerdict.CHANGED else BulkVerdict.KEPT
    written = []
    for row in rows:
        target = found.get(row.target_id)
        if target is None or getattr(target, chosen.name) != chosen.field.to_python(was(row)):
            row.verdict = skipped
        elif reason := _fill(target, chosen, will(row)):
            row.verdict, row.reason = skipped, reason
        else:
            row.verdict = done
            written.append(target)
    chosen.model.objects.bulk_update(written, [chosen.name], batch_size=AT_ONCE)
    BulkChangeRow.objects.bulk_update(rows, ["verdict", "reason"], batch_size=AT_ONCE)
    record_all(actor, EDITED[chosen.model], written, fields=str(chosen.field.verbose_name), bulk_change=change.pk)
    return len(written)


def _fill(target, chosen: BulkField, value) -> str:
    """Set the value by the rules of the base; return why it cannot be, or nothing."""
    fill = fill_person if chosen.model is Person else fill_record
    try:
        fill(target, {chosen.name: chosen.field.to_python(value)})
    except Refusal as refusal:
        return refusal.sentence[:300]
    return ""


def _person(target) -> Person:
    return target if isinstance(target, Person) else target.person
