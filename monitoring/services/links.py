"""Personal links to the questionnaires of a wave: printed for those who have not answered, and taken back."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import PersonalLink
from accounts.permissions import Permission
from accounts.services.journal import record
from accounts.services.links import issue_links, revoke_links
from mentoring.common.refusal import Refusal
from monitoring.enums import CampaignState
from monitoring.models import Campaign, Invitation

LINK_PURPOSE = "questionnaire"


@transaction.atomic
def issue_invitation_links(*, actor, campaign, invitations, expires_on: datetime.date) -> dict[int, PersonalLink]:
    """Links by the key of the invitation."""
    actor.must(Permission.MANAGE_MONITORING)
    locked = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    if locked.state != CampaignState.OPEN:
        raise Refusal(_("These questionnaires are closed. Reopen them, then print the links."))
    keys = [invitation.pk for invitation in invitations]
    if not keys:
        raise Refusal(_("Everybody here has answered already. Nothing is left to print."))
    links = issue_links(actor=actor, purpose=LINK_PURPOSE, subjects=keys, expires_on=expires_on)
    record(actor, "campaign.links_issued", locked, count=len(links))
    return links


@transaction.atomic
def revoke_invitation_link(*, actor, invitation: Invitation) -> None:
    actor.must(Permission.MANAGE_MONITORING)
    if link_of(invitation) is None:
        raise Refusal(_("This person has no link that works. Nothing is left to revoke."))
    revoke_links(actor=actor, purpose=LINK_PURPOSE, subject=invitation.pk)


def link_of(invitation: Invitation) -> PersonalLink | None:
    """The link in force."""
    return PersonalLink.objects.open().filter(purpose=LINK_PURPOSE, subject=invitation.pk).first()
