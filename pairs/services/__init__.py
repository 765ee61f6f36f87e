from pairs.services.agreeing import record_agreement, record_agreements_of_pairs, record_all_agreements
from pairs.services.amending import agree_to_amendment, drop_amendment, mark_amendments_ordered, propose_amendment
from pairs.services.asking import ask_for_change, settle_request
from pairs.services.concerns import close_concern, hand_over_concern, hold_pair, note_concern, open_record, raise_concern
from pairs.services.finishing import complete_pair, end_pair, finish_by_order, withdraw_pair
from pairs.services.meetings import log_meeting
from pairs.services.moving import activate_pair, put_in_order, release_from_order
from pairs.services.pausing import reopen_pair, resume_pair, suspend_pair
from pairs.services.planning import add_task, change_task, remove_task, start_plan, write_report
from pairs.services.policies import choose_policy
from pairs.services.proposing import propose_pair
from pairs.services.replacing import replace_mentor
from pairs.services.safeguarding import name_lead, release_lead
from pairs.services.vetoing import lift_veto, read_veto_reason, set_veto
from pairs.services.wish_rounds import close_wish_round, issue_wish_links, open_wish_round
from pairs.services.wishing import give_views, give_wishes

__all__ = [
    "activate_pair",
    "add_task",
    "agree_to_amendment",
    "ask_for_change",
    "change_task",
    "choose_policy",
    "close_concern",
    "close_wish_round",
    "complete_pair",
    "drop_amendment",
    "end_pair",
    "finish_by_order",
    "give_views",
    "give_wishes",
    "hand_over_concern",
    "hold_pair",
    "issue_wish_links",
    "lift_veto",
    "log_meeting",
    "mark_amendments_ordered",
    "name_lead",
    "note_concern",
    "open_record",
    "open_wish_round",
    "propose_amendment",
    "propose_pair",
    "put_in_order",
    "raise_concern",
    "read_veto_reason",
    "record_agreement",
    "record_agreements_of_pairs",
    "record_all_agreements",
    "release_from_order",
    "release_lead",
    "remove_task",
    "reopen_pair",
    "replace_mentor",
    "resume_pair",
    "set_veto",
    "settle_request",
    "start_plan",
    "suspend_pair",
    "withdraw_pair",
    "write_report",
]
