"""The way of a printed consent: issued → handed in → filed, or void."""

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.workflow import Step, Workflow
from participants.enums import OPEN_SHEETS, SheetState

SHEET_WORKFLOW = Workflow(
    Step("hand_in", _("Mark as handed in"), (SheetState.ISSUED,), SheetState.HANDED_IN, Permission.RECORD_CONSENTS),
    Step("file", _("File the consent"), OPEN_SHEETS, SheetState.FILED, Permission.RECORD_CONSENTS, by_service=True),
    Step("void", _("Make the sheet void"), OPEN_SHEETS, SheetState.VOID, Permission.RECORD_CONSENTS, kind="danger"),
    record=record,
)
