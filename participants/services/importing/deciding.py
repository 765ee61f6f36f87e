"""A person's word on rows that look like somebody in the list."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from participants.enums import ImportState
from participants.models import ImportBatch
from participants.services.importing.running import request_check

SOMEBODY_NEW = 0


@transaction.atomic
def decide_twin(*, actor, batch: ImportBatch, key: str, person: int) -> None:
    """Say of a suspected row whom it means: one of the suspects, or somebody new; then check again."""
    actor.must(Permission.MANAGE_PEOPLE)
    locked = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    suspects = {row["key"]: {suspect["pk"] for suspect in row["suspects"]} for row in locked.rows if row.get("suspects")}
    if locked.state != ImportState.CHECKED or person not in suspects.get(key, set()) | {SOMEBODY_NEW} or key not in suspects:
        raise Refusal(_("This question is not open any more. Reload the page."))
    locked.decisions[key] = person
    locked.save(update_fields=["decisions"])
    request_check(actor=actor, batch=locked)
