"""Questionnaires as people meet them: the own list, one questionnaire, thanks."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.addresses import site_address
from mentoring.common.refusal import Refusal
from monitoring.enums import CampaignState
from monitoring.forms.answers import AnswersForm
from monitoring.link_papers import link_path
from monitoring.models import Invitation
from monitoring.queries import given_answers, own_invitations
from monitoring.services import consent_gap, submit_answers
from monitoring.services.links import link_of


@needs(Permission.ANSWER_QUESTIONNAIRES)
def invitations(request):
    found = own_invitations(request.actor)
    context = {
        "waiting": [invitation for invitation in found if invitation.is_waiting],
        "answered": [invitation for invitation in found if invitation.answered_at],
    }
    return render(request, "monitoring/invitations.html", context)


@needs(Permission.ANSWER_QUESTIONNAIRES, Permission.MANAGE_MONITORING)
def answer(request, pk):
    """Show a questionnaire to fill; once answered, its answers to read."""
    invitation = get_object_or_404(Invitation.objects.visible_to(request.actor).with_names(), pk=pk)
    own = invitation.belongs_to(request.actor)
    context = {"invitation": invitation, "own": own}
    if invitation.answered_at:
        if request.method == "POST":
            messages.info(request, _("This questionnaire was answered before; the answers stay as they were sent."))
            return redirect(invitation)
        return render(request, "monitoring/answered.html", context | {"answers": given_answers(invitation)})
    why = consent_gap(invitation)
    if why or invitation.campaign.state == CampaignState.CLOSED:
        return render(request, "monitoring/answer_closed.html", context | {"why": why})
    items = [item for item in invitation.questionnaire.items.all() if item.text_at(invitation.campaign.wave)]
    data = request.POST if request.method == "POST" else None
    form = AnswersForm(data, invitation=invitation, items=items, own=own)
    if request.method == "POST" and form.is_valid():
        try:
            submit_answers(actor=request.actor, invitation=invitation, values=form.values())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return _after_answers(request, invitation, own)
    link = None if own else link_of(invitation)
    address = site_address(request) + link_path(link) if link else ""
    return render(request, "monitoring/answer.html", context | {"form": form, "link": link, "address": address})


def _after_answers(request, invitation, own: bool):
    if own:
        return redirect("monitoring:thanks", invitation.pk)
    messages.success(request, _("The answers of %(person)s are in.") % {"person": invitation.person.short_name})
    return redirect(f"{reverse('monitoring:campaign', args=[invitation.campaign_id])}?state=waiting")


@needs(Permission.ANSWER_QUESTIONNAIRES)
def thanks(request, pk):
    answered = Invitation.objects.visible_to(request.actor).filter(answered_at__isnull=False)
    invitation = get_object_or_404(answered.with_names(), pk=pk)
    following = next((other for other in own_invitations(request.actor) if other.is_waiting), None)
    return render(request, "monitoring/thanks.html", {"invitation": invitation, "following": following})
