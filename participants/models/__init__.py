from participants.models.application import Application
from participants.models.bulk_change import BulkChange, BulkChangeRow
from participants.models.consent import Consent, ConsentWithdrawal
from participants.models.consent_sheet import ConsentSheet, ConsentSheetTransition
from participants.models.consent_wording import ConsentWording
from participants.models.contracts import MentorContract, MentorContractTransition
from participants.models.entry import EntryAnswers, EntryDraft
from participants.models.gates import Attendance, ChosenGate, GateMark, TrainingSession
from participants.models.import_batch import ColumnChoice, ImportBatch
from participants.models.kinship import Kinship
from participants.models.merging import Merge, ToldApart
from participants.models.needs import MenteeCategory
from participants.models.person import FormerGuardian, Guardian, Person
from participants.models.records import MenteeRecord, MentorRecord
from participants.models.scans import ScanBatch, ScanPage
from participants.models.topics import Topic

__all__ = [
    "Application",
    "Attendance",
    "BulkChange",
    "BulkChangeRow",
    "ChosenGate",
    "ColumnChoice",
    "Consent",
    "ConsentSheet",
    "ConsentSheetTransition",
    "ConsentWithdrawal",
    "ConsentWording",
    "EntryAnswers",
    "EntryDraft",
    "FormerGuardian",
    "GateMark",
    "Guardian",
    "ImportBatch",
    "Kinship",
    "MenteeCategory",
    "MenteeRecord",
    "MentorContract",
    "MentorContractTransition",
    "MentorRecord",
    "Merge",
    "Person",
    "ScanBatch",
    "ScanPage",
    "ToldApart",
    "Topic",
    "TrainingSession",
]
