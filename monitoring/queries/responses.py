"""Who was asked and who answered, in numbers."""

from collections import defaultdict
from dataclasses import dataclass

from monitoring.enums import CampaignState
from monitoring.models import Campaign, Invitation
from monitoring.queries.means import percent


@dataclass(frozen=True)
class ResponseRate:
    campaign: Campaign
    invited: int
    answered: int
    share: int | None  # per cent

    @property
    def waiting(self) -> int:
        return self.invited - self.answered


def response_rate(programme) -> list[ResponseRate]:
    """Return one rate a campaign of the programme, in the order of opening."""
    campaigns = Campaign.objects.filter(programme=programme).with_counts().order_by("opened_on", "pk")
    return [rate_of(campaign) for campaign in campaigns]


def open_rates(programmes) -> dict[int, list[ResponseRate]]:
    """Return the rates of the open campaigns by programme, in one query."""
    found = defaultdict(list)
    campaigns = Campaign.objects.filter(programme__in=programmes, state=CampaignState.OPEN).with_counts()
    for campaign in campaigns.order_by("opened_on", "pk"):
        found[campaign.programme_id].append(rate_of(campaign))
    return found


def rate_of(campaign) -> ResponseRate:
    return ResponseRate(campaign, campaign.invited, campaign.answered, percent(campaign.answered, campaign.invited))


def waiting_people(programme) -> dict[int, list]:
    """Return the people who have not answered yet, by open campaign."""
    found = defaultdict(list)
    for invitation in Invitation.objects.filter(campaign__programme=programme).waiting().select_related("person"):
        found[invitation.campaign_id].append(invitation.person)
    return found
