"""Acts of both waves: questionnaires are opened and answered, the indicator sheet is filled."""

import datetime

from accounts.enums import Role
from mentoring.common import clock
from monitoring.enums import Direction, ItemKind, Phase, Wave
from monitoring.models import Campaign, Invitation
from monitoring.services import close_campaign, fill_indicator_sheet, open_campaign, submit_answers
from reports.rehearsal.staff import Staff
from reports.rehearsal.troupe import Troupe

SILENT_SHARE = 0.06  # some people never answer, and the report must say so


def measure(staff: Staff, troupe: Troupe, programme, wave: Wave, on: datetime.date) -> list[Campaign]:
    """Open both phases of a wave, let people answer within ten days, close."""
    campaigns = []
    for phase in Phase:
        with clock.pretend(on):
            campaign = open_campaign(actor=staff[Role.CURATOR], programme=programme, phase=phase, wave=wave)
        with clock.pretend(on + datetime.timedelta(days=6)):
            for invitation in campaign.invitations.select_related("questionnaire").order_by("pk"):
                if troupe.chance.random() >= SILENT_SHARE:
                    answer(staff, troupe, invitation, wave)
        with clock.pretend(on + datetime.timedelta(days=10)):
            close_campaign(actor=staff[Role.CURATOR], campaign=campaign)
        campaigns.append(campaign)
    return campaigns


def answer(staff: Staff, troupe: Troupe, invitation: Invitation, wave: Wave) -> None:
    """The curator enters a paper questionnaire; exit answers are better than entry ones for most people."""
    values = {item.code: _value(troupe, item, wave) for item in invitation.questionnaire.items.all() if _asked(item, wave)}
    submit_answers(actor=staff[Role.CURATOR], invitation=invitation, values=values)


def _asked(item, wave: Wave) -> bool:
    return bool(item.expected if wave == Wave.ENTRY else item.actual)


def _value(troupe: Troupe, item, wave: Wave):
    chance = troupe.chance
    if item.kind == ItemKind.SCALE10:
        good = chance.randint(4, 7) if wave == Wave.ENTRY else chance.randint(6, 10)
        return 11 - good if item.direction == Direction.LOWER else good
    if item.kind == ItemKind.YES_NO:
        return chance.random() < 0.85
    if item.kind == ItemKind.SINGLE:
        return chance.choice(item.options)
    return troupe.pick("expectations" if wave == Wave.ENTRY else "missings")


def fill_sheet(staff: Staff, programme, values: list[int], on: datetime.date):
    with clock.pretend(on):
        return fill_indicator_sheet(actor=staff[Role.CURATOR], programme=programme, values=values)
