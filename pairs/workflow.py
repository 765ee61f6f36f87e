"""The life of a pair: proposed → agreed → in an order → active → completed, or ended early, or withdrawn.

An active pair may pause; a finished one may be opened again by those who answer for the programme. A pair that a concern holds
goes on only when the person who received the concern lets it.
"""

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.workflow import Step, Workflow
from pairs.enums import FINISHED, PairState


def is_free_to_go_on(actor, pair) -> bool:
    """No concern about the pair is open, and none has stopped it for good."""
    return not pair.holds.holding().exists()


HELD = _("The school holds this pair. The person responsible for the safety of children decides when it goes on.")

PAIR_WORKFLOW = Workflow(
    Step("agree", _("All sides agreed"), (PairState.PROPOSED,), PairState.AGREED, Permission.MANAGE_PAIRS, by_service=True),
    Step("put_in_order", _("Put into an order"), (PairState.AGREED,), PairState.IN_ORDER, Permission.PREPARE_ORDERS, by_service=True),
    Step("release", _("Take out of the order"), (PairState.IN_ORDER,), PairState.AGREED, Permission.PREPARE_ORDERS, by_service=True),
    Step(
        "activate",
        _("Fix by an order"),
        (PairState.IN_ORDER,),
        PairState.ACTIVE,
        Permission.SIGN_ORDERS,
        by_service=True,
        guard=is_free_to_go_on,
        refusal=HELD,
    ),
    Step("suspend", _("Suspend"), (PairState.ACTIVE,), PairState.SUSPENDED, Permission.MANAGE_PAIRS, asks_note=True),
    Step(
        "resume",
        _("Resume"),
        (PairState.SUSPENDED,),
        PairState.ACTIVE,
        Permission.MANAGE_PAIRS,
        kind="primary",
        guard=is_free_to_go_on,
        refusal=HELD,
    ),
    Step("hold", _("Hold"), (PairState.ACTIVE,), PairState.SUSPENDED, Permission.RECEIVE_CONCERNS, by_service=True),
    Step("let_go_on", _("Let go on"), (PairState.SUSPENDED,), PairState.ACTIVE, Permission.RECEIVE_CONCERNS, by_service=True),
    Step("complete", _("Complete"), (PairState.ACTIVE,), PairState.COMPLETED, Permission.MANAGE_PAIRS, kind="primary"),
    Step("end", _("End early"), (PairState.ACTIVE, PairState.SUSPENDED), PairState.ENDED, Permission.MANAGE_PAIRS),
    Step(
        "complete_by_order",
        _("Complete by an order"),
        (PairState.ACTIVE, PairState.SUSPENDED),
        PairState.COMPLETED,
        Permission.SIGN_ORDERS,
        by_service=True,
    ),
    Step(
        "end_by_order",
        _("End early by an order"),
        (PairState.ACTIVE, PairState.SUSPENDED),
        PairState.ENDED,
        Permission.SIGN_ORDERS,
        by_service=True,
    ),
    Step(
        "reopen", _("Open again"), FINISHED, PairState.ACTIVE, Permission.REOPEN_PAIRS, asks_note=True, guard=is_free_to_go_on, refusal=HELD
    ),
    Step(
        "withdraw",
        _("Withdraw the proposal"),
        (PairState.PROPOSED, PairState.AGREED),
        PairState.WITHDRAWN,
        Permission.MANAGE_PAIRS,
        asks_note=True,
    ),
    record=record,
)
