from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from pairs.enums import PairState
from pairs.forms import MeetingForm
from pairs.models import Pair
from pairs.queries.meetings import meeting_defaults
from pairs.queries.own import own_pairs
from pairs.queries.sides import may_log, people_of
from pairs.services import log_meeting as log


@needs(Permission.VIEW_OWN_PAIRS)
def mine(request):
    return render(request, "pairs/mine.html", {"pairs": own_pairs(request.actor)})


@needs(Permission.LOG_MEETINGS)
def log_meeting(request, pk):
    """The form on a phone: everything is filled in, one tap chooses the topic, one saves."""
    pair = get_object_or_404(Pair.objects.visible_to(request.actor).with_names(), pk=pk)
    if not may_log(pair, request.actor):
        raise PermissionDenied
    mentees = people_of(pair)[1:]
    form = MeetingForm(request.POST or None, pair_defaults=meeting_defaults(pair), mentees=mentees)
    if request.method == "POST" and form.is_valid():
        try:
            meeting = log(actor=request.actor, pair=pair, took_place=request.POST.get("took_place") != "no", **form.facts())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _told(meeting))
            return redirect(pair if request.actor.may(Permission.VIEW_PAIRS) else "pairs:mine")
    context = {
        "pair": pair,
        "people": ", ".join(person.full_name for person in mentees),
        "form": form,
        "summary": form.summary(),
        "is_active": pair.state == PairState.ACTIVE,
        "sees_all": request.actor.may(Permission.VIEW_PAIRS),
    }
    return render(request, "pairs/log_meeting.html", context)


def _told(meeting) -> str:
    day = date_format(meeting.held_on, "MONTH_DAY_FORMAT")
    if not meeting.took_place:
        return _("Noted: the meeting of %(day)s did not take place.") % {"day": day}
    return _("The meeting of %(day)s is logged.") % {"day": day}
