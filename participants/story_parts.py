"""What this room tells of a person: the bases, consents and contracts, the gates before a pair."""

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.permissions import Permission
from participants.enums import ContractState, EntryState, Gate
from participants.models import Attendance
from participants.queries.story import Event, story_part


@story_part("bases", gettext_lazy("Bases"))
def bases(person, actor):
    entered = {
        "mentorrecords": _("Entered in the base of mentors of the programme “%(programme)s”"),
        "menteerecords": _("Entered in the base of mentees of the programme “%(programme)s”"),
    }
    for base, sentence in entered.items():
        for record in getattr(person, base).visible_to(actor).select_related("programme"):
            words = {"programme": record.programme.title}
            yield Event(record.entered_on, sentence % words, "box-arrow-in-right", "info")
            if record.left_on:
                yield Event(record.left_on, _("Left the programme “%(programme)s”") % words, "box-arrow-right")


@story_part("consents", gettext_lazy("Consents and contracts"))
def consents(person, actor):
    for consent in person.consents.visible_to(actor).select_related("withdrawal"):
        facts = {"purpose": consent.get_purpose_display(), "signer": consent.signer}
        yield Event(consent.given_on, _("Consent given: %(purpose)s; signed by %(signer)s") % facts, "shield-check", "good")
        withdrawal = getattr(consent, "withdrawal", None)
        if withdrawal is not None:
            yield Event(withdrawal.withdrawn_on, _("Consent withdrawn: %(purpose)s") % facts, "shield-x", "bad", rank=1)
    signed = person.contracts.visible_to(actor).filter(signed_on__isnull=False).exclude(state=ContractState.VOID)
    for contract in signed:
        title = contract.get_kind_display()
        yield Event(contract.signed_on, _("%(contract)s signed") % {"contract": title}, "file-earmark-check", "good")
        if contract.ended_on:
            yield Event(contract.ended_on, _("%(contract)s ended early") % {"contract": title}, "file-earmark-x", "wait")


@story_part("readiness", gettext_lazy("Questionnaires of entry, interview, training"))
def readiness(person, actor):
    """A remark of an interview and what a certificate says stay with the staff who record them."""
    for sheet in person.entry_answers.visible_to(actor):
        words = {"base": sheet.get_base_display().lower()}
        yield Event(localdate(sheet.answered_at), _("Questionnaire of entry came in: %(base)s") % words, "ui-checks", "info")
        if sheet.state == EntryState.CONFIRMED:
            taken = _("Answers taken into the record: %(base)s") % words
            yield Event(localdate(sheet.confirmed_at), taken, "check2-square", "good", rank=1)
    for attendance in Attendance.objects.filter(person=person).select_related("session"):
        lesson = _("School of mentors: %(topic)s") % {"topic": attendance.session.title}
        yield Event(attendance.session.held_on, lesson, "mortarboard", "good")
    if actor.may(Permission.VIEW_PEOPLE):
        yield from _marks(person, may_read=actor.may(Permission.RECORD_GATES))


def _marks(person, *, may_read: bool):
    for mark in person.gate_marks.exclude(gate=Gate.QUESTIONNAIRE):
        sentence = _("Passed: %(condition)s") if mark.passed else _("Not passed: %(condition)s")
        icon, tone = ("clipboard-check", "good") if mark.passed else ("clipboard-x", "bad")
        words = sentence % {"condition": mark.get_gate_display().lower()}
        yield Event(mark.held_on, words, icon, tone, mark.note if may_read else "")
