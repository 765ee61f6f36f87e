"""The story of a pair in words: steps, agreements and meetings by date, the newest first."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pairs.enums import AmendmentState, Told
from pairs.queries.amendments import changed_in_words
from pairs.reasons import reason_title

SIGNS = {
    "agree": ("hand-thumbs-up", "info"),
    "put_in_order": ("file-earmark-text", "wait"),
    "release": ("file-earmark-minus", "neutral"),
    "activate": ("patch-check", "good"),
    "suspend": ("pause-circle", "wait"),
    "resume": ("play-circle", "good"),
    "hold": ("pause-circle", "wait"),
    "let_go_on": ("play-circle", "good"),
    "reopen": ("arrow-counterclockwise", "wait"),
    "complete": ("flag", "neutral"),
    "end": ("flag", "bad"),
    "complete_by_order": ("flag", "neutral"),
    "end_by_order": ("flag", "bad"),
    "withdraw": ("x-circle", "bad"),
}

STEP_WORDS = {
    "agree": gettext_lazy("All sides have agreed"),
    "put_in_order": gettext_lazy("The pair is in the draft of an order"),
    "release": gettext_lazy("Taken out of the order"),
    "activate": gettext_lazy("The order is signed, the pair is active"),
    "suspend": gettext_lazy("The pair is suspended"),
    "resume": gettext_lazy("The pair goes on"),
    "hold": gettext_lazy("The school holds the pair"),
    "let_go_on": gettext_lazy("The pair goes on"),
    "reopen": gettext_lazy("The pair is opened again"),
    "complete": gettext_lazy("The work is completed"),
    "end": gettext_lazy("Ended early"),
    "complete_by_order": gettext_lazy("The work is completed by an order"),
    "end_by_order": gettext_lazy("Ended early by an order"),
    "withdraw": gettext_lazy("The proposal is withdrawn"),
}


def story_of(pair) -> list[dict]:
    """Events for the timeline component."""
    events = [_proposal(pair)]
    events += [_agreement(agreement) for agreement in pair.agreements.select_related("person", "recorded_by__user")]
    events += [_step(one) for one in pair.transitions.select_related("by__user")]
    events += [_amendment(one) for one in pair.amendments.with_terms()]
    events += [_meeting(meeting) for meeting in pair.meetings.select_related("logged_by__user")]
    events = sorted(events, key=lambda event: (event["day"], event["rank"]), reverse=True)
    return [event | {"when": date_format(event["day"])} for event in events]


def _event(day, rank, sentence, who, icon, tone, note="") -> dict:
    return {"day": day, "rank": rank, "sentence": sentence, "who": str(who), "icon": icon, "tone": tone, "note": note}


def _proposal(pair) -> dict:
    sentence = _("The group is proposed") if pair.is_group else _("The pair is proposed")
    return _event(localtime(pair.proposed_at).date(), (0, 0), sentence, pair.proposed_by, "lightbulb", "info")


def _agreement(agreement) -> dict:
    if agreement.given_by == agreement.person.full_name:
        sentence = _("Agreed: %(name)s") % {"name": agreement.person.full_name}
    else:
        sentence = _("Agreed for %(name)s: %(given_by)s") % {"name": agreement.person.full_name, "given_by": agreement.given_by}
    return _event(agreement.given_on, (1, agreement.pk), sentence, agreement.recorded_by, "pen", "info")


def _step(transition) -> dict:
    sentence = str(STEP_WORDS[transition.step])
    icon, tone = SIGNS[transition.step]
    day = transition.on or localtime(transition.at).date()
    return _event(day, (2, transition.pk), sentence, transition.by, icon, tone, _words(transition))


def _words(transition) -> str:
    """The reason of the list, the curator's sentence, and who was told."""
    words = [reason_title(transition.reason), transition.note]
    if transition.told:
        words.append(_("Told: %(people)s") % {"people": ", ".join(str(Told(value).label) for value in transition.told)})
    return ". ".join(word.strip(". ") for word in words if word)


def _amendment(amendment) -> dict:
    sentence = {
        AmendmentState.WAITING: _("New terms are proposed"),
        AmendmentState.APPLIED: _("New terms are in force"),
        AmendmentState.DROPPED: _("New terms were not agreed to"),
    }[AmendmentState(amendment.state)]
    tone = {AmendmentState.WAITING: "wait", AmendmentState.APPLIED: "good"}.get(amendment.state, "neutral")
    day = amendment.settled_on or localtime(amendment.proposed_at).date()
    note = ". ".join([changed_in_words(amendment), amendment.note])
    return _event(day, (4, amendment.pk), sentence, amendment.proposed_by, "pencil-square", tone, note)


def _meeting(meeting) -> dict:
    kind, rank, who = meeting.get_type_display(), (3, meeting.pk), meeting.logged_by
    if not meeting.took_place:
        sentence = _("Meeting did not take place: %(type)s") % {"type": kind}
        return _event(meeting.held_on, rank, sentence, who, "calendar-x", "bad", meeting.result)
    length = ngettext("%(n)s minute", "%(n)s minutes", meeting.minutes) % {"n": meeting.minutes}
    sentence = _("Meeting: %(type)s, %(length)s") % {"type": kind, "length": length}
    return _event(meeting.held_on, rank, sentence, who, "calendar-check", "good", meeting.topic)
