from monitoring.services.answering import consent_gap, submit_answers, submit_linked_answers
from monitoring.services.campaigns import close_campaign, invite_newcomers, open_campaign, reopen_campaign
from monitoring.services.indicators import fill_indicator_sheet
from monitoring.services.links import issue_invitation_links, revoke_invitation_link

__all__ = [
    "close_campaign",
    "consent_gap",
    "fill_indicator_sheet",
    "invite_newcomers",
    "issue_invitation_links",
    "open_campaign",
    "reopen_campaign",
    "revoke_invitation_link",
    "submit_answers",
    "submit_linked_answers",
]
