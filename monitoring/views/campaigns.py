from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from accounts.school_list import SchoolList
from mentoring.common.lists import Empty
from mentoring.common.responses import answer_refusal
from monitoring.enums import CampaignState, Phase, Wave
from monitoring.filters import InvitationFilter
from monitoring.lists import INVITATION_COLUMNS, with_form_titles
from monitoring.models import Campaign, Invitation
from monitoring.queries import newcomers_of, rate_of
from monitoring.services import close_campaign, invite_newcomers, open_campaign, reopen_campaign
from programmes.models import Programme


class CampaignPage(SchoolList):
    """Who was asked in one wave and who has answered."""

    permissions = (Permission.MANAGE_MONITORING,)
    template_name = "monitoring/campaign.html"
    columns = INVITATION_COLUMNS
    filterset_class = InvitationFilter

    def prepare(self):
        campaigns = Campaign.objects.visible_to(self.request.actor).with_counts().select_related("programme")
        self.campaign = get_object_or_404(campaigns, pk=self.kwargs["pk"])
        self.page_title = str(self.campaign)
        super().prepare()

    def get_queryset(self):
        return with_form_titles(Invitation.objects.visible_to(self.request.actor).filter(campaign=self.campaign).with_names())

    def get_empty(self):
        return Empty(_("Nobody is invited: no pair was active when the questionnaires opened."), "envelope")

    def get_context_data(self, **kwargs):
        newcomers = newcomers_of(self.campaign) if self.campaign.state == CampaignState.OPEN else 0
        return super().get_context_data(campaign=self.campaign, rate=rate_of(self.campaign), newcomers=newcomers, **kwargs)


@require_POST
@needs(Permission.MANAGE_MONITORING)
def campaign_open(request, pk, phase, wave):
    programme = get_object_or_404(Programme.objects.visible_to(request.actor), pk=pk)
    if phase not in Phase or wave not in Wave:
        raise Http404
    with answer_refusal(request):
        campaign = open_campaign(actor=request.actor, programme=programme, phase=phase, wave=wave)
        invited = campaign.invitations.count()
        text = ngettext("Opened. %(number)s person is invited.", "Opened. %(number)s people are invited.", invited)
        messages.success(request, text % {"number": invited})
        return redirect(campaign)
    return redirect("monitoring:programme", pk)


@require_POST
@needs(Permission.MANAGE_MONITORING)
def campaign_close(request, pk):
    campaign = _visible_campaign(request, pk)
    with answer_refusal(request):
        close_campaign(actor=request.actor, campaign=campaign)
        messages.success(request, _("Closed. Nobody can answer any more; if this was too early, reopen the questionnaires."))
    return redirect(campaign)


@require_POST
@needs(Permission.MANAGE_MONITORING)
def campaign_reopen(request, pk):
    campaign = _visible_campaign(request, pk)
    with answer_refusal(request):
        reopen_campaign(actor=request.actor, campaign=campaign)
        messages.success(request, _("Open again: those who have not answered can answer."))
    return redirect(campaign)


@require_POST
@needs(Permission.MANAGE_MONITORING)
def campaign_invite(request, pk):
    campaign = _visible_campaign(request, pk)
    with answer_refusal(request):
        invited = invite_newcomers(actor=request.actor, campaign=campaign)
        text = ngettext("%(number)s more person is invited.", "%(number)s more people are invited.", invited)
        messages.success(request, text % {"number": invited})
    return redirect(f"{reverse('monitoring:campaign', args=[pk])}?state=waiting")


def _visible_campaign(request, pk) -> Campaign:
    return get_object_or_404(Campaign.objects.visible_to(request.actor), pk=pk)
