"""What there is to collect for the folder of a programme."""

from django.db.models import Q

from reports.enums import DocumentState, FolderChapter
from reports.models import Document
from reports.queries.documents import pairs_with_papers
from reports.queries.folder_orders import folder_orders


def folder_chapters(programme) -> list[tuple[FolderChapter, list[int]]]:
    """Each chapter with the keys of its orders, documents or pairs in their order; without keys it is a table."""
    final = Document.objects.filter(programme=programme, state=DocumentState.FINAL).order_by("finished_on", "pk")
    written = pairs_with_papers(programme).filter(Q(plan_count__gt=0) | Q(has_report__gt=0))
    held = {
        FolderChapter.ORDERS: folder_orders(programme).with_papers(),
        FolderChapter.DOCUMENTS: final.filter(pair__isnull=True),
        FolderChapter.PAIRS: written,
        FolderChapter.PAIR_DOCUMENTS: final.filter(pair__isnull=False),
    }
    keys = {chapter: list(rows.values_list("pk", flat=True)) for chapter, rows in held.items()}
    return [(chapter, keys.get(chapter, [])) for chapter in FolderChapter if keys.get(chapter, True)]
