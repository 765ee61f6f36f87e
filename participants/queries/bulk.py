"""Bulk changes as people read them."""

from django.db.models import Count

from participants.bulk_fields import FIELDS
from participants.enums import BulkState, BulkVerdict
from participants.models import BulkChange

ORDER = ("change", "changed", "restored", "same", "meanwhile", "kept", "cannot")


def verdict_counts(change: BulkChange) -> list[tuple[BulkVerdict, int]]:
    """How many rows met each fate, the good ones first; none is left out that happened."""
    found = dict(change.rows.order_by().values_list("verdict").annotate(n=Count("pk")))
    return [(BulkVerdict(verdict), found[verdict]) for verdict in ORDER if verdict in found]


def field_of(change: BulkChange):
    return FIELDS[change.base][change.field]


def changes_for(actor):
    """Made and undone ones, with how many rows they changed."""
    rows = BulkChange.objects.visible_to(actor).select_related("made_by__user").exclude(state=BulkState.PROPOSED)
    return rows.annotate(rows_count=Count("rows"))
