from participants.services.accounts import give_account
from participants.services.applications import (
    accept_application,
    apply,
    issue_application_link,
    refuse_application,
    revoke_application_link,
)
from participants.services.bulk import make_bulk_change, propose_bulk_change, undo_bulk_change
from participants.services.consents import record_consent, record_consents, withdraw_consent
from participants.services.contracts import draft_contract, edit_contract, end_contract, sign_contract, void_contract
from participants.services.entering import enter_new_person
from participants.services.entry_drafts import keep_draft
from participants.services.gates import add_session, choose_gates, record_attendance, record_gate
from participants.services.guardians import add_guardian, edit_guardian, end_guardian
from participants.services.importing import (
    cancel_work,
    check_import,
    correct_cells,
    decide_twin,
    discard_import,
    map_columns,
    offers_of,
    receive_table,
    request_write,
    start_again,
    write_import,
)
from participants.services.kinship import record_kinship, remove_kinship
from participants.services.merging import MergePlan, doubt_apart, merge_people, tell_apart, undo_merge
from participants.services.needs import read_needs, record_needs
from participants.services.people import DuplicatePerson, SuspectedTwins, add_person, edit_person
from participants.services.questionnaires import (
    confirm_answers,
    enter_paper_answers,
    issue_entry_links,
    revoke_entry_links,
    send_linked_answers,
    send_own_answers,
)
from participants.services.records import edit_record, enter_mentee, enter_mentor
from participants.services.scans import file_page, set_aside_page, upload_scans
from participants.services.sheets import hand_in_sheet, issue_sheets, print_sheets, void_sheet
from participants.services.topics import add_topic, copy_topics, edit_topic

__all__ = [
    "DuplicatePerson",
    "MergePlan",
    "SuspectedTwins",
    "accept_application",
    "add_guardian",
    "add_person",
    "add_session",
    "add_topic",
    "apply",
    "cancel_work",
    "check_import",
    "choose_gates",
    "confirm_answers",
    "copy_topics",
    "correct_cells",
    "decide_twin",
    "discard_import",
    "doubt_apart",
    "draft_contract",
    "edit_contract",
    "edit_guardian",
    "edit_person",
    "edit_record",
    "edit_topic",
    "end_contract",
    "end_guardian",
    "enter_mentee",
    "enter_mentor",
    "enter_new_person",
    "enter_paper_answers",
    "file_page",
    "give_account",
    "hand_in_sheet",
    "issue_application_link",
    "issue_entry_links",
    "issue_sheets",
    "keep_draft",
    "make_bulk_change",
    "map_columns",
    "merge_people",
    "offers_of",
    "print_sheets",
    "propose_bulk_change",
    "read_needs",
    "receive_table",
    "record_attendance",
    "record_consent",
    "record_consents",
    "record_gate",
    "record_kinship",
    "record_needs",
    "refuse_application",
    "remove_kinship",
    "request_write",
    "revoke_application_link",
    "revoke_entry_links",
    "send_linked_answers",
    "send_own_answers",
    "set_aside_page",
    "sign_contract",
    "start_again",
    "tell_apart",
    "undo_bulk_change",
    "undo_merge",
    "upload_scans",
    "void_contract",
    "void_sheet",
    "withdraw_consent",
    "write_import",
]
