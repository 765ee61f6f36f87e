"""What the meeting form proposes, so that a mentor types nothing."""

from django.utils.translation import gettext as _

from pairs.enums import MeetingType

CYCLE = (MeetingType.ORGANISATIONAL, MeetingType.TRIAL, MeetingType.PLANNING)
USUAL_MINUTES = 60
CHIPS = 6
RECENT = 12


def next_meeting_type(held_types) -> MeetingType:
    """Follow the cycle: organisational, trial, planning, then regular ones."""
    return next((step for step in CYCLE if step not in held_types), MeetingType.REGULAR)


def default_topics(meeting_type: str) -> list[str]:
    """Topics that fit most meetings; the first belongs to the step of the cycle."""
    first = {
        MeetingType.ORGANISATIONAL: _("Getting acquainted"),
        MeetingType.TRIAL: _("First task together"),
        MeetingType.PLANNING: _("Our plan of meetings"),
        MeetingType.CLOSING: _("What we achieved"),
    }.get(meeting_type)
    usual = [_("Studies"), _("A project"), _("Class and friends"), _("Plans for the week"), _("A talk heart to heart")]
    return [first, *usual] if first else usual


def meeting_defaults(pair) -> dict:
    """Type, minutes and mode of the next meeting, and topic chips: the pair's last topics, then the usual ones."""
    held = list(pair.meetings.held().order_by("-held_on", "-pk").values_list("type", "minutes", "mode", "topic"))
    following = next_meeting_type({row[0] for row in held})
    recent = [row[3] for row in held[:RECENT] if row[3]]
    topics = list(dict.fromkeys([*default_topics(following)[:1], *recent, *default_topics(following)]))
    last = held[0] if held else (None, USUAL_MINUTES, "in_person", "")
    return {"type": following, "minutes": last[1], "mode": last[2], "topics": topics[:CHIPS]}
