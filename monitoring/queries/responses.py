"""Who was asked and who answered, in numbers."""

from collections import defaultdict
from dataclasses import dataclass

from monitoring.enums import CampaignState
from monitoring.models import Campaign
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
    return [_rate(campaign) for campaign in campaigns]


def open_rates(programmes) -> dict[int, list[ResponseRate]]:
    """Return the rates of the open campaigns by programme, in one query."""
    found = defaultdict(list)
    campaigns = Campaign.objects.filter(programme__in=programmes, state=CampaignState.OPEN).with_counts()
    for campaign in campaigns.order_by("opened_on", "pk"):
        found[campaign.programme_id].append(_rate(campaign))
    return found


def _rate(campaign) -> ResponseRate:
    return ResponseRate(campaign, campaign.invited, campaign.answered, percent(campaign.answered, campaign.invited))
