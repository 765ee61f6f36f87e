"""Rows of a list as markup, written in Python: a template for each cell took half of the page's time (script/bench pages)."""

from collections.abc import Sequence

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from mentoring.common.lists.columns import Column


class RowWriter:
    """Writes `<tr>`s. The first cell is the heading of the row and its link covers the row; the others carry their label for phones."""

    def __init__(self, columns: Sequence[Column]):
        self.first, *self.others = columns
        self.openings = [format_html('<td class="{}" data-label="{}"><span>', column.css, column.heading) for column in self.others]

    def write(self, row, url: str) -> SafeString:
        name = conditional_escape(self.first.show(row))
        if url:
            name = format_html('<a class="stretched-link" href="{}">{}</a>', url, name)
        head = format_html('<tr{}><th scope="row" class="{}">{}</th>', mark_safe(' class="has-link"' if url else ""), self.first.css, name)
        cells = zip(self.openings, self.others, strict=True)
        pieces = [f"{opening}{conditional_escape(column.show(row))}</span></td>" for opening, column in cells]
        return mark_safe(f"{head}{''.join(pieces)}</tr>")
