"""Questionnaires without a sign-in: links printed and revoked by the curator, the page that a link opens."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.bearer import Bearer
from accounts.links import link_closed, personal_page
from accounts.permissions import Permission
from mentoring.common.addresses import site_address
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal, as_pdf
from monitoring.enums import CampaignState
from monitoring.forms.answers import AnswersForm
from monitoring.forms.links import InvitationLinksForm
from monitoring.link_papers import invitation_cards
from monitoring.models import Campaign, Invitation
from monitoring.services import consent_gap, issue_invitation_links, revoke_invitation_link, submit_linked_answers
from monitoring.services.links import LINK_PURPOSE
from participants.class_names import tidy_class_name


@needs(Permission.MANAGE_MONITORING)
def links(request, pk):
    """One PDF with a card for everybody who has not answered."""
    campaign = get_object_or_404(Campaign.objects.visible_to(request.actor).select_related("programme"), pk=pk)
    form = InvitationLinksForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        class_name = tidy_class_name(form.cleaned_data["class_name"])
        rows = campaign.invitations.filter(answered_at__isnull=True).select_related("person")
        rows = rows.filter(person__class_name=class_name) if class_name else rows
        rows = list(rows.order_by("person__class_name", "person__surname", "person__name", "pk"))
        try:
            facts = {"campaign": campaign, "invitations": rows, "expires_on": form.cleaned_data["expires_on"]}
            issued = issue_invitation_links(actor=request.actor, **facts)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            paper = invitation_cards(campaign, rows, issued, address=site_address(request))
            return as_pdf(paper, _("Personal links.pdf"))
    context = {"form": form, "page_title": _("Print links"), "page_lead": f"{campaign.programme.title}. {campaign}"}
    context |= {"submit_label": _("Make the sheet"), "cancel_url": campaign.get_absolute_url()}
    return render(request, "monitoring/links.html", context)


@require_POST
@needs(Permission.MANAGE_MONITORING)
def link_revoke(request, pk):
    invitation = get_object_or_404(Invitation.objects.visible_to(request.actor), pk=pk)
    with answer_refusal(request):
        revoke_invitation_link(actor=request.actor, invitation=invitation)
        messages.success(request, _("The link is revoked: it opens nothing any more. A new one may be printed."))
    return redirect(invitation)


@personal_page(LINK_PURPOSE)
def answer_link(request, link):
    """The questionnaire for whoever holds the link: it takes answers once and never shows them."""
    invitation = Invitation.objects.with_names().filter(pk=link.subject).first()
    if invitation is None:
        return link_closed(request, link.school)
    context = {"invitation": invitation, "school": link.school}
    why = consent_gap(invitation)
    if why or invitation.answered_at or invitation.campaign.state == CampaignState.CLOSED:
        return render(request, "monitoring/answer_link_over.html", context | {"why": why}, status=410)
    items = [item for item in invitation.questionnaire.items.all() if item.text_at(invitation.campaign.wave)]
    form = AnswersForm(request.POST or None, invitation=invitation, items=items, own=True)
    if request.method == "POST" and form.is_valid():
        bearer = Bearer(link.school_id, invitation.person.full_name)
        try:
            submit_linked_answers(bearer=bearer, link=link, invitation=invitation, values=form.values())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return render(request, "monitoring/answer_link_thanks.html", context)
    return render(request, "monitoring/answer_link.html", context | {"form": form})
