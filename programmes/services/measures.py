from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.refusal import Refusal
from programmes.enums import MeasureState
from programmes.models import Measure


@transaction.atomic
def set_measure_state(*, actor, measure: Measure, state: str) -> Measure:
    """Say how far a measure of the roadmap is. The same state again changes nothing."""
    actor.must(Permission.MANAGE_PROGRAMMES)
    if state not in MeasureState:
        raise Refusal(_("Choose one of the states: planned, under way or done."))
    locked = Measure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
    if locked.state != state:
        locked.state = state
        locked.save(update_fields=["state"])
        record(actor, "measure.moved", locked, state=str(locked.get_state_display()))
    return locked
