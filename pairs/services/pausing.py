"""A pause in the work of a pair, and opening a finished pair again."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from pairs.models import Pair
from pairs.queries.candidates import mentees_today, mentors_today
from pairs.services import rules
from pairs.workflow import PAIR_WORKFLOW
from participants.models import MentorRecord


@transaction.atomic
def suspend_pair(*, actor, pair, on, note) -> None:
    """Stop the meetings from day `on`; the places are kept."""
    _check_day(pair, on)
    if pair.meetings.held().filter(held_on__gt=on).exists():
        raise Refusal(_("There are meetings after this day. Enter the day of the last meeting or later."))
    PAIR_WORKFLOW.take("suspend", pair, actor, note=note, facts={"on": on})


@transaction.atomic
def resume_pair(*, actor, pair, on, note="") -> None:
    """Go on from day `on`, not before the day of the pause."""
    _check_day(pair, on)
    paused = pair.transitions.filter(step="suspend").last()
    if paused is not None and paused.on is not None and on < paused.on:
        raise Refusal(_("The pair is suspended from a later day. Enter the day of the pause or later."))
    PAIR_WORKFLOW.take("resume", pair, actor, note=note, facts={"on": on}, effect=rules.only_with_consents)


@transaction.atomic
def reopen_pair(*, actor, pair, on, note) -> None:
    """Make a finished pair active again when its mentees are free, its mentor has places and the consents are in force."""
    _check_day(pair, on)

    def open_again(row: Pair):
        _give_places_back(row)
        row.finished_on, row.finish_way, row.finish_reason = None, "", ""
        return "finished_on", "finish_way", "finish_reason"

    PAIR_WORKFLOW.take("reopen", pair, actor, note=note, effect=open_again, facts={"on": on})


def _check_day(pair, on) -> None:
    if on > today():
        raise Refusal(_("This day is in the future. Enter today or an earlier day."))
    if on < pair.starts_on:
        raise Refusal(_("This day is before the pair started. Correct the date."))


def _give_places_back(pair) -> None:
    """Those who left a group earlier stay out: only places that closed with the pair open again."""
    seats = pair.seats.filter(finished_on=pair.finished_on) if pair.finished_on else pair.seats.all()
    mentees = list(mentees_today(seats.values_list("mentee_id", flat=True)).values())
    MentorRecord.objects.select_for_update(of=("self",)).get(pk=pair.mentor_id)  # its places are counted below
    mentor = mentors_today([pair.mentor_id])[pair.mentor_id]
    rules.check_people(pair.programme, pair.form, mentor, mentees)
    rules.check_consents(mentor, mentees)
    rules.check_mentees_are_free(mentees)
    rules.check_capacity(mentor, len(mentees))
    try:
        with transaction.atomic():
            seats.update(finished_on=None)
    except IntegrityError as error:
        raise Refusal(_("A colleague has just paired this mentee. Reload the page to see with whom.")) from error
