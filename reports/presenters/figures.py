"""Figures of the home pages, as cards."""

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from monitoring.queries import SMALL
from pairs.enums import PairState
from reports.queries.school_state import SchoolState


def school_figures(state: SchoolState, actor) -> list[dict]:
    """What the school has reached; a card is a link where the actor may open the list."""
    pairs_url = reverse("pairs:list") if actor.may(Permission.VIEW_PAIRS) else ""
    meetings_url = reverse("pairs:meetings") if actor.may(Permission.VIEW_PAIRS) else ""
    people = actor.may(Permission.VIEW_PEOPLE)
    active = state.pairs[PairState.ACTIVE]
    return [
        _card(_("Active pairs and groups"), active, pairs_url and f"{pairs_url}?state={PairState.ACTIVE}", "people", "good"),
        _card(_("Mentors"), state.mentors, reverse("participants:mentors") if people else "", "person-check"),
        _card(_("Mentees"), state.mentees, reverse("participants:mentees") if people else "", "person-hearts"),
        _card(_("Meetings held"), state.meetings, meetings_url, "calendar-event", "info"),
    ]


def observed_figures(state: SchoolState) -> list[dict]:
    """For somebody outside the school: small numbers would name people, so they are hidden."""
    completed = state.pairs[PairState.ACTIVE] + state.pairs[PairState.COMPLETED]
    return [
        _card(_("Active and completed pairs and groups"), hidden_if_small(completed), "", "people", "good"),
        _card(_("Mentors"), hidden_if_small(state.mentors), "", "person-check"),
        _card(_("Mentees"), hidden_if_small(state.mentees), "", "person-hearts"),
        _card(_("Meetings held"), hidden_if_small(state.meetings), "", "calendar-event", "info"),
    ]


def hidden_if_small(number: int) -> str:
    """A zero names nobody."""
    return _("fewer than %(number)s") % {"number": SMALL} if 0 < number < SMALL else str(number)


def _card(label: str, value, url: str, icon: str, tone: str = "neutral") -> dict:
    return {"label": label, "value": value, "url": url, "icon": icon, "tone": tone}
