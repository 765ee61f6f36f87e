from participants.forms.accounts import AccountForm
from participants.forms.applications import ApplicationForm, ApplicationLinkForm, ApplicationRefusalForm
from participants.forms.consent_wording import ConsentWordingForm
from participants.forms.consents import ConsentForm, ManyConsentsForm, WithdrawalForm
from participants.forms.contract_wording import ContractWordingForm
from participants.forms.contracts import ContractForm, EndForm, SignForm
from participants.forms.gates import GateForm, GatesForm, SessionForm
from participants.forms.guardians import EndGuardianForm, GuardianForm
from participants.forms.importing import ColumnsForm, ImportForm
from participants.forms.needs import NeedsForm, ReasonForm
from participants.forms.people import PersonForm
from participants.forms.questionnaire import EntryQuestionsForm, LinksForm
from participants.forms.records import MenteeEntryForm, MenteeRecordForm, MentorEntryForm, MentorRecordForm
from participants.forms.scans import ScanForm
from participants.forms.sheets import PrintForm, SheetForm
from participants.forms.topics import TopicForm

__all__ = [
    "AccountForm",
    "ApplicationForm",
    "ApplicationLinkForm",
    "ApplicationRefusalForm",
    "ColumnsForm",
    "ConsentForm",
    "ConsentWordingForm",
    "ContractForm",
    "ContractWordingForm",
    "EndForm",
    "EndGuardianForm",
    "EntryQuestionsForm",
    "GateForm",
    "GatesForm",
    "GuardianForm",
    "ImportForm",
    "LinksForm",
    "ManyConsentsForm",
    "MenteeEntryForm",
    "MenteeRecordForm",
    "MentorEntryForm",
    "MentorRecordForm",
    "NeedsForm",
    "PersonForm",
    "PrintForm",
    "ReasonForm",
    "ScanForm",
    "SessionForm",
    "SheetForm",
    "SignForm",
    "TopicForm",
    "WithdrawalForm",
]
