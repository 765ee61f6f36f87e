"""What this room tells of a person: pairs with their steps, meetings, agreements, changes and requests."""

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.permissions import Permission
from pairs.enums import AmendmentState
from pairs.models import Agreement, Amendment, AmendmentAgreement, Meeting, Pair, PairRequest, PairTransition
from pairs.queries.amendments import changed_in_words
from pairs.queries.sides import is_led_by
from pairs.queries.story import SIGNS, STEP_WORDS
from participants.queries.story import Event, story_part

FOR_ALL = ("activate", "complete", "complete_by_order", "end", "end_by_order", "reopen")  # the other steps are the staff's


def pairs_of(person, actor):
    either = Q(mentor__person=person) | Q(mentees__person=person)
    return Pair.objects.visible_to(actor).filter(either).distinct()


@story_part("pairs", gettext_lazy("Pairs"))
def pairs(person, actor):
    is_staff = actor.may(Permission.VIEW_PAIRS)
    found = {pair.pk: pair for pair in pairs_of(person, actor).with_names()}
    for pair in found.values():
        named = is_staff or is_led_by(pair, actor)
        sentence = _("Pair proposed: %(pair)s") if named else _("Pair proposed, mentor: %(mentor)s")
        words = {"pair": pair, "mentor": pair.mentor.person.short_name}
        yield Event(localdate(pair.proposed_at), sentence % words, "lightbulb", "info", url=pair.get_absolute_url())
    steps = PairTransition.objects.filter(subject__in=found)
    for step in steps if is_staff else steps.filter(step__in=FOR_ALL):
        (icon, tone), address = SIGNS[step.step], found[step.subject_id].get_absolute_url()
        note = step.note if is_staff else ""
        yield Event(step.on or localdate(step.at), str(STEP_WORDS[step.step]), icon, tone, note, address, rank=2)


@story_part("meetings", gettext_lazy("Meetings"))
def meetings(person, actor):
    for meeting in Meeting.objects.visible_to(actor).filter(pair__in=pairs_of(person, actor).values("pk")):
        words = {"type": meeting.get_type_display().lower()}
        if meeting.took_place:
            sentence, icon, tone, note = _("Meeting: %(type)s") % words, "calendar-check", "neutral", meeting.topic
        else:
            sentence, icon, tone, note = _("A meeting did not take place"), "calendar-x", "wait", ""
        yield Event(meeting.held_on, sentence, icon, tone, note, url=meeting.get_absolute_url(), rank=3)


@story_part("agreements", gettext_lazy("Agreements and changes"))
def agreements(person, actor):
    """The own agreements; of changes and requests what the staff sees, to others what they asked for themselves."""
    for model, sentence in (
        (Agreement, _("Agreement to the pair, given by: %(who)s")),
        (AmendmentAgreement, _("Agreement to new terms, given by: %(who)s")),
    ):
        for row in model.objects.filter(person=person):
            yield Event(row.given_on, sentence % {"who": row.given_by}, "pen", "info", rank=1)
    requests = PairRequest.objects.filter(Q(pair__mentor__person=person) | Q(pair__mentees__person=person)).distinct()
    if not actor.may(Permission.VIEW_PAIRS):
        requests = requests.filter(asked_by__user_id=actor.user_id)
    for request in requests:
        asked = _("Request: %(request)s") % {"request": request.get_kind_display().lower()}
        yield Event(localdate(request.asked_at), asked, "chat-left-text", "wait", request.note, rank=4)
        if request.settled_on:
            yield Event(request.settled_on, _("The request is answered"), "chat-left-dots", "good", request.answer, rank=5)
    changes = Amendment.objects.filter(pair__in=pairs_of(person, actor).values("pk"), state=AmendmentState.APPLIED).with_terms()
    for change in changes:
        yield Event(change.settled_on, _("New terms are in force"), "pencil-square", "good", changed_in_words(change), rank=4)
