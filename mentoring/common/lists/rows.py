"""Rows of a list as markup, written in Python: a template for each cell took half of the page's time (script/bench pages)."""

from collections.abc import Sequence

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from mentoring.common.lists.columns import Column


class RowWriter:
    """Writes `<tr>`s. The first cell is the heading of the row and its link covers the row; the others carry their label for phones."""

    def __init__(self, columns: Sequence[Column], *, pickable: bool = False):
        self.first, *self.others = columns
        self.pickable = pickable
        self.openings = [format_html('<td class="{}" data-label="{}"><span>', column.css, column.heading) for column in self.others]

    def write(self, row, url: str) -> SafeString:
        box = self._box(row) if self.pickable else ""
        name = conditional_escape(self.first.show(row))
        if url:
            name = format_html('<a class="stretched-link" href="{}">{}</a>', url, name)
        head = format_html(
            '<tr{}>{}<th scope="row" class="{}">{}</th>', mark_safe(' class="has-link"' if url else ""), box, self.first.css, name
        )
        cells = zip(self.openings, self.others, strict=True)
        pieces = [f"{opening}{conditional_escape(column.show(row))}</span></td>" for opening, column in cells]
        return mark_safe(f"{head}{''.join(pieces)}</tr>")

    def _box(self, row) -> SafeString:
        """The box belongs to the form above the table, the table stands in no form."""
        label = _("Pick: %(name)s") % {"name": self.first.words(row)}
        box = '<td class="pick"><input type="checkbox" class="form-check-input" form="picked" name="row" value="{}" aria-label="{}"></td>'
        return format_html(box, row.pk, label)
