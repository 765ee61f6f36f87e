from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.responses import answer_refusal
from pairs.forms import AgreementForm
from pairs.models import Pair
from pairs.queries.sides import people_of
from pairs.services import record_agreement, record_all_agreements, withdraw_pair

STEPS = {
    "withdraw": lambda actor, pair, note: withdraw_pair(actor=actor, pair=pair, note=note),
}


@require_POST
@needs(Permission.MANAGE_PAIRS)
def step(request, pk, name):
    pair = get_object_or_404(Pair.objects.visible_to(request.actor), pk=pk)
    if name not in STEPS:
        raise Http404
    with answer_refusal(request):
        STEPS[name](request.actor, pair, request.POST.get("note", ""))
        messages.success(request, _("Done. The pair is now: %(state)s.") % {"state": pair.get_state_display()})
    return redirect(pair)


@require_POST
@needs(Permission.MANAGE_PAIRS)
def agree(request, pk):
    """One side agreed, or, without a person, all that have not yet."""
    pair = get_object_or_404(Pair.objects.visible_to(request.actor).with_names(), pk=pk)
    form = AgreementForm(request.POST, people=people_of(pair))
    if not form.is_valid():
        for sentence in (text for errors in form.errors.values() for text in errors):
            messages.error(request, sentence)
        return redirect(pair)
    given_on, person = form.cleaned_data["given_on"], form.chosen_person
    with answer_refusal(request):
        if person is None:
            count = record_all_agreements(actor=request.actor, pair=pair, given_on=given_on)
            done = ngettext("%(count)s agreement recorded.", "%(count)s agreements recorded.", count) % {"count": count}
        else:
            record_agreement(actor=request.actor, pair=pair, person=person, given_on=given_on, given_by=form.cleaned_data["given_by"])
            done = _("Agreement recorded (%(name)s).") % {"name": person.short_name}
        state = _("The pair is now: %(state)s.") % {"state": pair.get_state_display()}
        messages.success(request, f"{done} {state}")
    return redirect(pair)
