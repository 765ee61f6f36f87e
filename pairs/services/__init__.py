from pairs.services.agreeing import record_agreement, record_all_agreements
from pairs.services.finishing import complete_pair, end_pair, withdraw_pair
from pairs.services.meetings import log_meeting
from pairs.services.moving import activate_pair, put_in_order, release_from_order
from pairs.services.pausing import reopen_pair, resume_pair, suspend_pair
from pairs.services.proposing import propose_pair

__all__ = [
    "activate_pair",
    "complete_pair",
    "end_pair",
    "log_meeting",
    "propose_pair",
    "put_in_order",
    "record_agreement",
    "record_all_agreements",
    "release_from_order",
    "reopen_pair",
    "resume_pair",
    "suspend_pair",
    "withdraw_pair",
]
