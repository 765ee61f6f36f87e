from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.clock import now
from mentoring.common.refusal import Refusal
from pairs.enums import RunState
from pairs.models import MatchingRun


@transaction.atomic
def drop_run(*, actor, run) -> None:
    """Set a draft aside; it stays in the list. Twice is once."""
    actor.must(Permission.MANAGE_PAIRS)
    locked = MatchingRun.objects.select_for_update(of=("self",)).light().get(pk=run.pk)
    if locked.state == RunState.DROPPED:
        return
    if locked.state == RunState.ADOPTED:
        raise Refusal(_("This run has been adopted: its pairs are proposed. Withdraw pairs on their own pages."))
    locked.state, locked.settled_by, locked.settled_at = RunState.DROPPED, actor, now()
    locked.save(update_fields=["state", "settled_by", "settled_at"])
    record(actor, "matching.dropped", locked)
