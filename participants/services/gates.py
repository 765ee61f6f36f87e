"""What a programme asks for before a pair: chosen, and recorded for people."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from jobs.models import StoredFile
from jobs.services import store
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from mentoring.common.uploads import check_scan
from participants.enums import MARKED_GATES, Gate
from participants.models import Attendance, ChosenGate, GateMark, MentorRecord, Person, TrainingSession
from participants.services.consents import check_day
from participants.services.rows import check_row, stripped


@transaction.atomic
def choose_gates(*, actor, programme, gates) -> None:
    """From now on a pair of the programme needs these gates and no others, beside the consents."""
    actor.must(Permission.MANAGE_PROGRAMMES)
    wanted = [gate for gate in Gate if gate in gates]
    there = set(ChosenGate.objects.filter(programme=programme).values_list("gate", flat=True))
    if there == set(wanted):
        return
    ChosenGate.objects.filter(programme=programme).exclude(gate__in=wanted).delete()
    ChosenGate.objects.bulk_create(ChosenGate(school_id=actor.school_id, programme=programme, gate=g) for g in wanted if g not in there)
    record(actor, "programme.gates_chosen", programme, gates=", ".join(str(gate.label) for gate in wanted))


@transaction.atomic
def record_gate(
    *,
    actor,
    person: Person,
    programme,
    gate: str,
    held_on: datetime.date,
    passed: bool = True,
    note: str = "",
    number: str = "",
    valid_until: datetime.date | None = None,
    file=None,
) -> GateMark:
    """A questionnaire, an interview or a certificate with its `number`; `file` is an upload. Notes stay out of the journal."""
    actor.must(Permission.RECORD_GATES)
    if gate not in MARKED_GATES:
        raise Refusal(_("Training is recorded by attendance: open a session of the School of mentors."))
    check_day(held_on)
    if gate == Gate.INTERVIEW and not note.strip():
        raise Refusal(_("Write a few words about the interview: what it was about and what follows."))
    if gate == Gate.SCREENING and not passed:
        raise Refusal(_("Only a certificate that was shown is recorded here. Without one no pair is possible."))
    if valid_until is not None and valid_until < today():
        raise Refusal(_("The certificate is not valid any more. Ask for a new one."))
    evidence = _keep(actor, file) if file else None
    mark = GateMark.objects.create(
        school_id=actor.school_id,
        person=person,
        programme=programme,
        gate=gate,
        held_on=held_on,
        passed=passed,
        note=note.strip(),
        number=number.strip(),
        valid_until=valid_until,
        evidence=evidence,
        recorded_by=actor,
    )
    record(actor, "gatemark.recorded", mark, day=held_on.isoformat(), result=_("passed") if passed else _("not passed"))
    return mark


def _keep(actor, upload) -> StoredFile:
    """A PDF or a photograph, checked by its content. Raises `UnsafeUpload`."""
    scan = check_scan(upload, upload.name)
    return store(school_id=actor.school_id, name=upload.name[-200:], content_type=scan.type, content=scan.content)


@transaction.atomic
def add_session(*, actor, programme, title: str, held_on: datetime.date) -> TrainingSession:
    actor.must(Permission.RECORD_GATES)
    session = TrainingSession(programme=programme, **stripped({"title": title, "held_on": held_on}))
    session.school_id, session.created_by = actor.school_id, actor
    check_row(session, exclude=("school", "programme", "created_by"))
    session.save()
    record(actor, "trainingsession.added", session, day=held_on.isoformat())
    return session


@transaction.atomic
def record_attendance(*, actor, session: TrainingSession, people) -> int:
    """Exactly these mentors were there; returns how many. Ticking again corrects the list."""
    actor.must(Permission.RECORD_GATES)
    locked = TrainingSession.objects.select_for_update(of=("self",)).get(pk=session.pk)
    check_day(locked.held_on)
    wanted = {person.pk for person in people}
    mentors = MentorRecord.objects.filter(programme_id=locked.programme_id, person__in=wanted)
    wanted &= set(mentors.values_list("person_id", flat=True))
    there = set(locked.attendance.values_list("person_id", flat=True))
    if wanted != there:
        locked.attendance.exclude(person__in=wanted).delete()
        Attendance.objects.bulk_create(Attendance(school_id=actor.school_id, session=locked, person_id=key) for key in wanted - there)
        record(actor, "trainingsession.attended", locked, count=len(wanted))
    return len(wanted)
