from participants.services.accounts import give_account
from participants.services.consents import record_consent, record_consents, withdraw_consent
from participants.services.entering import enter_new_person
from participants.services.importing import check_import, discard_import, write_import
from participants.services.people import DuplicatePerson, add_guardian, add_person, edit_person
from participants.services.records import edit_record, enter_mentee, enter_mentor

__all__ = [
    "DuplicatePerson",
    "add_guardian",
    "add_person",
    "check_import",
    "discard_import",
    "edit_person",
    "edit_record",
    "enter_mentee",
    "enter_mentor",
    "enter_new_person",
    "give_account",
    "record_consent",
    "record_consents",
    "withdraw_consent",
    "write_import",
]
