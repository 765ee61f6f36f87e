"""The programme's task list: two phases, each at entry and at exit."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from monitoring.enums import CampaignState, Phase, SlotState, Wave
from monitoring.models import Campaign
from monitoring.queries.participants import WORKING
from monitoring.queries.responses import ResponseRate
from pairs.models import Pair

STATES = {CampaignState.OPEN: SlotState.IN_PROGRESS, CampaignState.CLOSED: SlotState.DONE}


@dataclass(frozen=True)
class Slot:
    phase: Phase
    wave: Wave
    state: SlotState
    rate: ResponseRate | None = None
    why: str = ""

    @property
    def campaign(self) -> Campaign | None:
        return self.rate and self.rate.campaign


def slots_of(programme, rates) -> list[Slot]:
    """Return the four waves with their states; `rates` is `response_rate(programme)`."""
    held = {(rate.campaign.phase, rate.campaign.wave): rate for rate in rates}
    has_pairs = Pair.objects.filter(programme=programme, state__in=WORKING).exists()
    return [_slot(phase, wave, held, has_pairs) for phase in Phase for wave in Wave]


def _slot(phase, wave, held, has_pairs) -> Slot:
    rate = held.get((phase, wave))
    if rate is not None:
        return Slot(phase, wave, STATES[CampaignState(rate.campaign.state)], rate)
    entry = held.get((phase, Wave.ENTRY))
    why = why_not_yet(wave, entry and entry.campaign, has_pairs)
    return Slot(phase, wave, SlotState.NOT_YET if why else SlotState.NOT_STARTED, why=why)


def why_not_yet(wave, entry: Campaign | None, has_pairs: bool) -> str:
    """Return the sentence that says what must come first, or nothing. `entry` is the entry campaign of the same phase."""
    if not has_pairs:
        return _("No pair is active yet. Have the order on pairs signed first.")
    if wave == Wave.ENTRY:
        return ""
    if entry is None:
        return _("There is nothing to compare with yet. Hold the entry questionnaires first.")
    if entry.state == CampaignState.OPEN:
        return _("The entry questionnaires are still open. Close them first.")
    return ""
