"""The seven steps of the first day: from an empty school to a signed order. Statuses come from the data, so it can be left and resumed."""

from django.urls import reverse
from django.utils.translation import gettext as _

from pairs.enums import PairState
from reports.enums import OrderState
from reports.queries.school_state import SchoolState

AFTER_AGREEMENT = (PairState.AGREED, PairState.IN_ORDER, PairState.ACTIVE, PairState.COMPLETED, PairState.ENDED)
LIVING_ORDER = (OrderState.DRAFT, OrderState.SENT, OrderState.RETURNED, OrderState.SIGNED)


def checklist(state: SchoolState) -> list[dict]:
    """Steps with `label`, `url` and `status`: done, now (the first that is open) or later."""
    agreed = sum(state.pairs[one] for one in AFTER_AGREEMENT)
    proposed = agreed + state.pairs[PairState.PROPOSED]
    orders = sum(state.orders[one] for one in LIVING_ORDER)
    steps = [
        (_("Create a programme"), reverse("programmes:create"), state.programme is not None),
        (_("Load mentors and mentees"), reverse("participants:import"), state.mentors > 0 and state.mentees > 0),
        (_("Record consents"), reverse("participants:consents"), proposed > 0 or (state.people > 0 and not state.lacking_consents)),
        (_("Propose pairs"), reverse("pairs:propose"), proposed > 0),
        (_("Record the agreement of every side"), reverse("pairs:list"), agreed > 0),
        (_("Prepare the order and send it to the director"), reverse("reports:order_prepare"), orders > state.orders[OrderState.DRAFT]),
        (_("The director signs the order"), reverse("reports:orders"), state.orders[OrderState.SIGNED] > 0),
    ]
    current = next((place for place, (_label, _url, done) in enumerate(steps) if not done), len(steps))
    return [
        {"label": label, "url": url, "status": "done" if done else "now" if place == current else "later"}
        for place, (label, url, done) in enumerate(steps)
    ]


def is_finished(steps: list[dict]) -> bool:
    return all(step["status"] == "done" for step in steps)
