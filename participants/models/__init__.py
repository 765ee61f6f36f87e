from participants.models.consent import Consent, ConsentWithdrawal
from participants.models.import_batch import ImportBatch
from participants.models.person import Guardian, Person
from participants.models.records import MenteeRecord, MentorRecord

__all__ = ["Consent", "ConsentWithdrawal", "Guardian", "ImportBatch", "MenteeRecord", "MentorRecord", "Person"]
