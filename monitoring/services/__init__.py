from monitoring.services.answering import submit_answers
from monitoring.services.campaigns import close_campaign, invite_newcomers, open_campaign, reopen_campaign
from monitoring.services.indicators import fill_indicator_sheet

__all__ = ["close_campaign", "fill_indicator_sheet", "invite_newcomers", "open_campaign", "reopen_campaign", "submit_answers"]
