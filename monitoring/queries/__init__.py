from monitoring.queries.dynamics import Change, Headline, dynamics, headlines
from monitoring.queries.gaps import Gap, expectation_gaps
from monitoring.queries.invitations import given_answers, own_invitations
from monitoring.queries.levels import SheetLevel, latest_sheets, level_of, sheet_history
from monitoring.queries.participants import newcomers_of, participants_of
from monitoring.queries.privacy import SMALL, without_small_groups
from monitoring.queries.responses import ResponseRate, open_rates, rate_of, response_rate, waiting_people
from monitoring.queries.satisfaction import Satisfaction, satisfaction
from monitoring.queries.slots import Slot, slots_of, why_not_yet

__all__ = [
    "SMALL",
    "Change",
    "Gap",
    "Headline",
    "ResponseRate",
    "Satisfaction",
    "SheetLevel",
    "Slot",
    "dynamics",
    "expectation_gaps",
    "given_answers",
    "headlines",
    "latest_sheets",
    "level_of",
    "newcomers_of",
    "open_rates",
    "own_invitations",
    "participants_of",
    "rate_of",
    "response_rate",
    "satisfaction",
    "sheet_history",
    "slots_of",
    "waiting_people",
    "why_not_yet",
    "without_small_groups",
]
