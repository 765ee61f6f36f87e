from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.clock import today
from pairs.enums import PairState
from pairs.models import Pair
from pairs.queries.amendments import sides_of_amendment
from pairs.queries.attention import reasons_of
from pairs.queries.concerns import may_raise, own_concerns
from pairs.queries.journey import journey_of
from pairs.queries.sides import is_led_by, may_log, mentees_seen_by, sides_of, what_helps
from pairs.queries.story import story_of
from pairs.queries.warnings import warnings_of
from pairs.services.amending import RUNNING
from pairs.views.amend import amendment_card
from pairs.views.asking import open_ways
from pairs.views.life import ACTS, ways
from pairs.workflow import PAIR_WORKFLOW


@needs(Permission.VIEW_PAIRS, Permission.VIEW_OWN_PAIRS)
def detail(request, pk):
    """Staff see the whole pair; the mentor the own work; a mentee and a guardian only what concerns the child."""
    pair = get_object_or_404(Pair.objects.visible_to(request.actor).with_names(), pk=pk)
    actor = request.actor
    mentees = mentees_seen_by(pair, actor)
    staff = actor.may(Permission.VIEW_PAIRS)
    sees_all = staff or is_led_by(pair, actor)
    context = {
        "pair": pair,
        "mentees": mentees,
        "others": len(pair.seats.all()) - len(mentees),
        "title": str(pair) if sees_all else pair.mentor.person.full_name,
        "may_log": pair.state == PairState.ACTIVE and actor.may(Permission.LOG_MEETINGS) and may_log(pair, actor),
        "sees_results": sees_all,
        "meetings": meetings_seen(pair, mentees),
        "helps": what_helps(pair, actor),
        "today": today(),
        "may_amend": False,
        "may_manage": False,
        "asks": open_ways(pair, actor),
        "may_raise": may_raise(pair, actor),
        "concerns": own_concerns(pair, actor),
        "requests": pair.requests.select_related("asked_by__user") if staff else pair.requests.filter(asked_by__user_id=actor.user_id),
    }
    context |= papers_of(pair, actor)
    if not staff:
        return render(request, "pairs/detail_own.html", context)
    change = amendment_card(pair)
    agree_url = reverse("pairs:amend_agree" if change else "pairs:agree", args=[pair.pk])
    may_manage = actor.may(Permission.MANAGE_PAIRS)
    context |= {
        "change": change,
        "agree_url": agree_url,
        "may_manage": may_manage,
        "may_amend": may_manage and pair.state in RUNNING and not change,
        "attention": reasons_of(pair),
        "before": pair.follows_id and Pair.objects.with_names().get(pk=pair.follows_id),
        "after": pair.followed_by.with_names().first(),
        "steps": [step for step in PAIR_WORKFLOW.available(pair, actor) if step.name not in ACTS],
        "ways": ways(pair, actor),
        "journey": journey_of(pair),
        "sides": sides_of_amendment(pair, change["amendment"]) if change else sides_of(pair),
        "may_agree": may_manage and bool(change or pair.state == PairState.PROPOSED),
        "story": story_of(pair),
        "warnings": warnings_of(pair) if pair.state in {PairState.PROPOSED, PairState.AGREED, PairState.IN_ORDER} else [],
    }
    return render(request, "pairs/detail.html", context)


def papers_of(pair, actor) -> dict:
    """The plan and the papers of the pair, as far as this person writes, prints or makes them."""
    return {
        "papers": pair.documents.kept() if actor.may(Permission.VIEW_ORDERS) else [],
        "has_report": hasattr(pair, "mentor_report"),
        "may_write": actor.may(Permission.LOG_MEETINGS) and may_log(pair, actor),
        "may_print": actor.may(Permission.VIEW_PAIRS) or is_led_by(pair, actor),
        "may_make": actor.may(Permission.PREPARE_ORDERS),
    }


def meetings_seen(pair, mentees) -> list:
    """Meetings with `came`: those of the shown mentees who were there."""
    shown = {person.pk for person in mentees}
    meetings = list(pair.meetings.prefetch_related("attended"))
    for meeting in meetings:
        meeting.came = [person for person in meeting.attended.all() if person.pk in shown]
    return meetings
