"""Scans as the curator looks at them."""

from django.db.models import Count, Q

from participants.enums import PageState
from participants.models import Person, ScanBatch, ScanPage

OPEN = (PageState.UNREAD, PageState.REFUSED)
FOUND = 20  # people offered for a page


def batches_with_counts(actor):
    """Uploads with `page_count` and `open_count`, how many pages wait for a hand."""
    counts = {"page_count": Count("pages"), "open_count": Count("pages", filter=Q(pages__state__in=OPEN))}
    return ScanBatch.objects.visible_to(actor).select_related("file", "uploaded_by__user").annotate(**counts)


def pages_of(batch: ScanBatch):
    return batch.pages.select_related("consent__person", "sheet__person").order_by("number")


def neighbours_of(page: ScanPage) -> list[Person]:
    """Whose sheets lie beside the page, and whom its code names: the likeliest people."""
    near = page.batch.pages.filter(number__in=(page.number - 1, page.number + 1)).select_related("consent__person").order_by("number")
    people = [page.sheet.person] if page.sheet_id else []
    people += [other.consent.person for other in near if other.consent_id]
    return list(dict.fromkeys(people))


def people_for(actor, text: str) -> list[Person]:
    return list(Person.objects.visible_to(actor).named_like(text)[:FOUND]) if text.strip() else []
