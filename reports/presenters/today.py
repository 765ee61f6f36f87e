"""«Today»: what a curator should do next, read off the data and ranked, each with a number and a way to do it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pairs.enums import PairState
from reports.enums import OrderState
from reports.queries.school_state import SchoolState


@dataclass(frozen=True)
class NextAction:
    """`sentence` carries the number, `label` is the button."""

    sentence: str
    label: str
    url: str
    icon: str
    tone: str = "info"


def next_actions(state: SchoolState) -> list[NextAction]:
    """The most urgent first; empty when nothing waits."""
    if state.programme is None:
        return [_create_programme()]
    found = [_returned(state), _requests(state), *_people(state), *_pairs(state), *_papers(state), *_running(state)]
    return [action for action in found if action is not None]


def _create_programme() -> NextAction:
    sentence = _("No programme runs in your school now. Create one from a ready-made template: stages and measures are filled in for you.")
    return NextAction(sentence, _("Create a programme"), reverse("programmes:create"), "map")


def _returned(state: SchoolState) -> NextAction | None:
    count = state.orders[OrderState.RETURNED]
    if not count:
        return None
    words = ngettext("%(count)s order is back with the director's remark.", "%(count)s orders are back with the director's remark.", count)
    url = reverse("reports:orders") + f"?state={OrderState.RETURNED}"
    return NextAction(words % {"count": count}, _("Read the remark"), url, "arrow-return-left", "bad")


def _requests(state: SchoolState) -> NextAction | None:
    if not state.requests:
        return None
    words = ngettext("%(count)s request of a participant waits.", "%(count)s requests of participants wait.", state.requests)
    url = reverse("pairs:list") + "?attention=request"
    return NextAction(words % {"count": state.requests}, _("Answer"), url, "chat-left-text", "bad")


def _people(state: SchoolState) -> list[NextAction | None]:
    if not state.people:
        sentence = _("Nobody is in the bases yet. Load the mentors and mentees from your table.")
        return [NextAction(sentence, _("Load from XLSX"), reverse("participants:import"), "upload")]
    if not state.lacking_consents:
        return []
    words = ngettext(
        "%(count)s participant lacks a consent. Without it no pair can be proposed.",
        "%(count)s participants lack a consent. Without it no pair can be proposed.",
        state.lacking_consents,
    )
    url = reverse("participants:consents")
    return [NextAction(words % {"count": state.lacking_consents}, _("Record consents"), url, "file-earmark-check", "wait")]


def _pairs(state: SchoolState) -> list[NextAction | None]:
    found = []
    if state.waiting_mentees and state.free_mentors:
        words = ngettext("%(count)s mentee waits for a mentor.", "%(count)s mentees wait for a mentor.", state.waiting_mentees)
        free = ngettext("%(count)s mentor is free.", "%(count)s mentors are free.", state.free_mentors) % {"count": state.free_mentors}
        sentence = f"{words % {'count': state.waiting_mentees}} {free}"
        found.append(NextAction(sentence, _("Propose pairs"), reverse("pairs:propose"), "people"))
    proposed = state.pairs[PairState.PROPOSED]
    if proposed:
        words = ngettext("%(count)s pair waits for agreement.", "%(count)s pairs wait for agreement.", proposed)
        url = reverse("pairs:list") + f"?state={PairState.PROPOSED}"
        found.append(NextAction(words % {"count": proposed}, _("Record agreement"), url, "hand-thumbs-up", "wait"))
    return found


def _papers(state: SchoolState) -> list[NextAction | None]:
    found = []
    agreed, drafts = state.pairs[PairState.AGREED], state.orders[OrderState.DRAFT]
    if agreed:
        words = ngettext("%(count)s pair has agreed and has no order.", "%(count)s pairs have agreed and have no order.", agreed)
        found.append(
            NextAction(words % {"count": agreed}, _("Prepare an order"), reverse("reports:order_prepare"), "file-earmark-plus", "wait")
        )
    if drafts:
        words = ngettext("%(count)s order is still a draft.", "%(count)s orders are still drafts.", drafts)
        url = reverse("reports:orders") + f"?state={OrderState.DRAFT}"
        found.append(NextAction(words % {"count": drafts}, _("Send to the director"), url, "send"))
    return found


def _running(state: SchoolState) -> list[NextAction | None]:
    found = []
    if state.silent_pairs:
        words = ngettext("%(count)s pair has not met for 30 days.", "%(count)s pairs have not met for 30 days.", state.silent_pairs)
        url = reverse("pairs:list") + f"?state={PairState.ACTIVE}&order=last_meeting"
        found.append(NextAction(words % {"count": state.silent_pairs}, _("See these pairs"), url, "calendar-x", "wait"))
    if state.unanswered:
        words = ngettext("%(count)s questionnaire is unanswered.", "%(count)s questionnaires are unanswered.", state.unanswered)
        found.append(
            NextAction(words % {"count": state.unanswered}, _("See who has not answered"), reverse("monitoring:overview"), "ui-checks")
        )
    return found
