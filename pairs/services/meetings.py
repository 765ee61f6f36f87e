"""Logging a meeting; one that did not take place is data too."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from pairs.enums import MeetingMode, PairState
from pairs.models import Meeting, Pair
from pairs.queries.sides import may_log, people_of
from pairs.services.rules import check_consents_of
from participants.services.consent_rules import NOT_GIVEN

LONGEST = 8 * 60


@transaction.atomic
def log_meeting(
    *,
    actor,
    pair,
    form_key,
    type,  # noqa: A002 - the word of the field
    held_on,
    minutes=60,
    mode=MeetingMode.IN_PERSON,
    topic="",
    took_place=True,
    result="",
    next_step="",
    attended=None,
) -> Meeting:
    """Write one meeting. The same `form_key` again returns the meeting that is already there.

    `attended` are people of the pair; None means everybody. Nobody attends a meeting that did not take place.
    """
    _check_who(actor, pair)
    first = Meeting.objects.filter(form_key=form_key).first()
    if first is not None:
        return first
    _check_meeting(pair, held_on, minutes, took_place)
    check_consents_of(people_of(pair), stops=NOT_GIVEN)
    people = _who_came(pair, attended) if took_place else []
    try:
        with transaction.atomic():
            meeting = Meeting.objects.create(
                school_id=actor.school_id,
                pair=pair,
                form_key=form_key,
                type=type,
                held_on=held_on,
                took_place=took_place,
                minutes=minutes if took_place else 0,
                mode=mode,
                topic=topic.strip(),
                result=result.strip(),
                next_step=next_step.strip(),
                logged_by=actor,
            )
    except IntegrityError:  # the second tap overtook the first
        return Meeting.objects.get(form_key=form_key)
    meeting.attended.set(people)
    name = "meeting.logged" if took_place else "meeting.not_held"
    record(actor, name, pair, type=str(meeting.get_type_display()), held_on=held_on.isoformat(), minutes=meeting.minutes)
    return meeting


def _check_who(actor, pair) -> None:
    actor.must(Permission.LOG_MEETINGS)
    if not may_log(pair, actor):
        raise PermissionDenied


def _check_meeting(pair, held_on, minutes, took_place) -> None:
    state = Pair.objects.values_list("state", flat=True).get(pk=pair.pk)
    if state != PairState.ACTIVE:
        raise Refusal(
            _("Meetings are logged for active pairs only. This pair is: %(state)s.") % {"state": PairState(state).label},
        )
    if held_on > today():
        raise Refusal(_("The meeting is in the future. Log it on its day or later."))
    if held_on < pair.starts_on:
        raise Refusal(_("The meeting is before the pair started. Correct the date."))
    if took_place and not 0 < minutes <= LONGEST:
        raise Refusal(_("Enter how long the meeting was: from 1 to 480 minutes."))


def _who_came(pair, attended) -> list:
    people = people_of(pair)
    if attended is None:
        return people
    came = {person.pk for person in attended}
    strangers = [person for person in attended if person.pk not in {one.pk for one in people}]
    if strangers:
        raise Refusal(_("%(name)s is not in this pair.") % {"name": strangers[0].short_name})
    mentees_who_came = [person for person in people[1:] if person.pk in came]
    if not mentees_who_came:
        raise Refusal(_("Nobody of the mentees came. Tick who was there, or press “It did not take place”."))
    return [people[0], *mentees_who_came]
