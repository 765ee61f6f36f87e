"""The way of a printed consent: issued → handed in → filed, or void; the way of a contract: draft → signed → ended early, or void."""

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.workflow import Step, Workflow
from participants.enums import OPEN_SHEETS, ContractState, SheetState

SHEET_WORKFLOW = Workflow(
    Step("hand_in", _("Mark as handed in"), (SheetState.ISSUED,), SheetState.HANDED_IN, Permission.RECORD_CONSENTS),
    Step("file", _("File the consent"), OPEN_SHEETS, SheetState.FILED, Permission.RECORD_CONSENTS, by_service=True),
    Step("void", _("Make the sheet void"), OPEN_SHEETS, SheetState.VOID, Permission.RECORD_CONSENTS, kind="danger"),
    record=record,
)

CONTRACT_WORKFLOW = Workflow(
    Step("sign", _("Record the signatures"), (ContractState.DRAFT,), ContractState.SIGNED, Permission.RECORD_CONSENTS),
    Step("end", _("End early"), (ContractState.SIGNED,), ContractState.ENDING, Permission.RECORD_CONSENTS, kind="danger"),
    Step("void", _("Make the draft void"), (ContractState.DRAFT,), ContractState.VOID, Permission.RECORD_CONSENTS, kind="danger"),
    record=record,
)
