from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal
from pairs.forms.concerns import LeadForm
from pairs.helpline import helpline
from pairs.models import SafeguardingLead
from pairs.services import name_lead, release_lead


@needs(Permission.OVERSEE_CONCERNS)
def leads(request):
    """The director names whom children may turn to."""
    named = list(SafeguardingLead.objects.filter(ended_on__isnull=True).select_related("member__user"))
    form = LeadForm(request.POST or None, actor=request.actor, named=[lead.member_id for lead in named])
    if request.method == "POST" and form.is_valid():
        try:
            name_lead(actor=request.actor, member=form.cleaned_data["member"])
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Children may now turn to this person."))
            return redirect("pairs:leads")
    return render(request, "pairs/leads.html", {"leads": named, "form": form, "helpline": helpline()})


@require_POST
@needs(Permission.OVERSEE_CONCERNS)
def lead_end(request, pk):
    lead = get_object_or_404(SafeguardingLead, pk=pk)
    with answer_refusal(request):
        release_lead(actor=request.actor, lead=lead)
        messages.success(request, _("New signals do not go to this person any more."))
    return redirect("pairs:leads")
