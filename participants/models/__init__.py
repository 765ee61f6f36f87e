from participants.models.consent import Consent, ConsentWithdrawal
from participants.models.consent_sheet import ConsentSheet, ConsentSheetTransition
from participants.models.gates import Attendance, ChosenGate, GateMark, TrainingSession
from participants.models.import_batch import ColumnChoice, ImportBatch
from participants.models.person import Guardian, Person
from participants.models.records import MenteeRecord, MentorRecord

__all__ = [
    "Attendance",
    "ChosenGate",
    "ColumnChoice",
    "Consent",
    "ConsentSheet",
    "ConsentSheetTransition",
    "ConsentWithdrawal",
    "GateMark",
    "Guardian",
    "ImportBatch",
    "MenteeRecord",
    "MentorRecord",
    "Person",
    "TrainingSession",
]
