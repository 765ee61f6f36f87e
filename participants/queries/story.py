"""What happened to a person, newest first, in words."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

LATEST_MEETINGS = 12


def story_of(*, records, consents, pairs, for_staff: bool) -> list[dict]:
    """Events for the timeline from what the reader may see; remarks of staff are for staff."""
    events = [event for record in records for event in _of_record(record)]
    events += [event for consent in consents for event in _of_consent(consent)]
    events += [event for pair in pairs for event in _of_pair(pair, for_staff)]
    events.sort(key=lambda event: event["day"], reverse=True)
    return [event | {"when": date_format(event["day"])} for event in events]


def _event(day: datetime.date, sentence: str, icon: str, tone: str = "neutral", note: str = "") -> dict:
    return {"day": day, "sentence": sentence, "icon": icon, "tone": tone, "note": note}


def _of_record(record):
    if record._meta.model_name == "mentorrecord":
        entered = _("Entered in the base of mentors of the programme “%(programme)s”")
    else:
        entered = _("Entered in the base of mentees of the programme “%(programme)s”")
    words = {"programme": record.programme.title}
    yield _event(record.entered_on, entered % words, "box-arrow-in-right", "info")
    if record.left_on:
        yield _event(record.left_on, _("Left the programme “%(programme)s”") % words, "box-arrow-right")


def _of_consent(consent):
    facts = {"purpose": consent.get_purpose_display(), "signer": consent.signer}
    yield _event(consent.given_on, _("Consent given: %(purpose)s; signed by %(signer)s") % facts, "shield-check", "good")
    withdrawal = getattr(consent, "withdrawal", None)
    if withdrawal is not None:
        yield _event(withdrawal.withdrawn_on, _("Consent withdrawn: %(purpose)s") % facts, "shield-x", "bad")


def _of_pair(pair, for_staff: bool):
    """Proposed, fixed by an order, ended; the latest meetings in between."""
    proposed = timezone.localdate(pair.proposed_at)
    if for_staff:
        yield _event(proposed, _("Pair proposed: %(pair)s") % {"pair": pair}, "people")
    else:
        yield _event(proposed, _("Pair proposed, mentor: %(mentor)s") % {"mentor": pair.mentor.person.short_name}, "people")
    for step in pair.transitions.all():
        if step.target in ("active", "completed", "ended"):
            words = {
                "active": (_("The pair became active: the order is signed"), "patch-check", "good"),
                "completed": (_("The pair completed its work"), "flag", "neutral"),
                "ended": (_("The pair ended early"), "flag", "wait"),
            }
            sentence, icon, tone = words[step.target]
            yield _event(timezone.localdate(step.at), sentence, icon, tone, step.note if for_staff else "")
    for meeting in list(pair.meetings.all())[:LATEST_MEETINGS]:
        if meeting.took_place:
            yield _event(
                meeting.held_on,
                _("Meeting: %(type)s") % {"type": meeting.get_type_display().lower()},
                "calendar-check",
                "neutral",
                meeting.topic,
            )
        else:
            yield _event(meeting.held_on, _("A meeting did not take place"), "calendar-x", "wait")
