"""The life of an order: the curator prepares and sends, the director returns or signs; until then the curator may take it back."""

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.wording.digests import digest_of
from mentoring.common.workflow import Step, Workflow
from reports.enums import OrderState
from reports.rules import has_not_written


def record_step(actor, name: str, order, **details) -> None:
    """The event of a signature carries the digest of what was frozen: the journal is a chain, so nobody changes the paper in silence."""
    if name == "order.sign":
        details["facts_sha256"] = digest_of(order.payload)
    record(actor, name, order, **details)


ORDER_WORKFLOW = Workflow(
    Step(
        name="send",
        label=_("Send to the director"),
        sources=(OrderState.DRAFT, OrderState.RETURNED),
        target=OrderState.SENT,
        permission=Permission.PREPARE_ORDERS,
        kind="primary",
    ),
    Step(
        name="recall",
        label=_("Take back"),
        sources=(OrderState.SENT,),
        target=OrderState.DRAFT,
        permission=Permission.PREPARE_ORDERS,
    ),
    Step(
        name="sign",
        label=_("Sign"),
        sources=(OrderState.SENT,),
        target=OrderState.SIGNED,
        permission=Permission.SIGN_ORDERS,
        guard=has_not_written,
        refusal=_(
            "You have prepared, changed or sent this order yourself, so somebody else with the right to sign must sign it. Ask a colleague."
        ),
        kind="primary",
    ),
    Step(
        name="return",
        label=_("Return with a remark"),
        sources=(OrderState.SENT,),
        target=OrderState.RETURNED,
        permission=Permission.SIGN_ORDERS,
        asks_note=True,
    ),
    Step(
        name="discard",
        label=_("Discard the draft"),
        sources=(OrderState.DRAFT, OrderState.RETURNED),
        target=OrderState.DISCARDED,
        permission=Permission.PREPARE_ORDERS,
        kind="danger",
    ),
    Step(
        name="annul",
        label=_("Annul by another order"),
        sources=(OrderState.SIGNED, OrderState.REGISTERED),
        target=OrderState.ANNULLED,
        permission=Permission.SIGN_ORDERS,
        by_service=True,
    ),
    record=record_step,
)
