"""The way of a pair in five stops, with the reason why the next one is not possible yet."""

from django.utils.translation import gettext as _

from pairs.enums import PairState
from pairs.queries.sides import missing_agreements

STOPS = (PairState.PROPOSED, PairState.AGREED, PairState.IN_ORDER, PairState.ACTIVE, PairState.COMPLETED)


def journey_of(pair) -> list[dict]:
    """Stops with `label`, `status` (done, now, later) and `reason`, a sentence for the stop that the pair waits for."""
    if pair.state not in STOPS:
        return []
    here = STOPS.index(pair.state)
    stops = [{"label": stop.label, "status": _status(index, here), "reason": ""} for index, stop in enumerate(STOPS)]
    if here + 1 < len(stops):
        stops[here + 1]["reason"] = _waits_for(pair)
    return stops


def _status(index: int, here: int) -> str:
    if index == here:
        return "now"
    return "done" if index < here else "later"


def _waits_for(pair) -> str:
    if pair.state == PairState.PROPOSED:
        names = ", ".join(person.short_name for person in missing_agreements(pair))
        return _("Not yet, no agreement of: %(names)s") % {"names": names}
    if pair.state == PairState.AGREED:
        return _("Not yet: prepare the order on fixing pairs under “Orders”.")
    if pair.state == PairState.IN_ORDER:
        return _("Not yet: the director has not signed the order.")
    if not pair.meetings.held().exists():
        return _("No meeting is logged yet. Complete the pair when its work is done.")
    return _("Complete the pair when its work is done.")
