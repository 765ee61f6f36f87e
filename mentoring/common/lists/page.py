"""A list page from one table of columns: heading, value, sorting, link and sheet cell come from one place."""

from functools import cached_property

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from mentoring.common.lists import furniture, outputs
from mentoring.common.lists.address import ListAddress
from mentoring.common.lists.columns import Action, Column, Empty
from mentoring.common.lists.pages import LongPaginator
from mentoring.common.lists.remembered import Remembered
from mentoring.common.lists.rows import RowWriter

PAGE_SIZE = 30
PRINTED_AT_ONCE = 300  # rows; a longer list is printed by a job
# Panels that `?panel=` opens above the table: pages are lighter without them, and they work without JavaScript.
PANELS = {"columns": "components/list_columns.html", "filters": "components/list_filters.html", "print": "components/list_print.html"}


class ListPage(TemplateView):
    """Filter, search, sort, page, export and print of `get_queryset()`; htmx swaps only the table."""

    template_name = "components/list_page.html"
    partial_template_name = "components/list_table.html"
    columns: tuple[Column, ...] = ()
    filterset_class = None
    default_order: tuple[str, ...] = ()
    page_title = ""
    page_lead = ""
    sheet_name = ""
    remembers = False  # the reader's columns and filters, see `recall`
    pickable = False  # rows carry a box, so that some of them may be printed, exported or changed

    def get_queryset(self):
        raise NotImplementedError

    def get_actions(self) -> list[Action]:
        return []

    def get_row_actions(self) -> list[Action]:
        """Buttons for the ticked rows: pages that take the address of the list with `row` or `all`."""
        return []

    def get_sheets(self) -> list[Action]:
        """Other workbooks of the same rows: addresses that take the filter by POST as `query`."""
        return []

    def get_empty(self) -> Empty:
        raise NotImplementedError

    def get_letterhead(self) -> str:
        """Who prints the list."""
        return ""

    def row_url(self, row) -> str:
        return row.get_absolute_url()

    def recall(self) -> Remembered:
        return Remembered()

    @cached_property
    def remembered(self) -> Remembered:
        return self.recall()

    @cached_property
    def shown(self) -> list[Column]:
        return self.remembered.shown(self.columns)

    def get(self, request, *args, **kwargs):
        self.prepare()
        if request.GET.get("export") in ("xlsx", "all"):
            return self.export()
        if request.GET.get("print") == "pdf":
            return self.print()
        return super().get(request, *args, **kwargs)

    def prepare(self) -> None:
        """Find the rows that the address asks for."""
        self.address = ListAddress(self.request.path, self.request.GET)
        self.filterset = self.filterset_class(self.request.GET, queryset=self.get_queryset(), request=self.request)
        rows = self.filterset.qs
        picked = self.address.picked()
        self.rows = self.sort(rows if picked is None else rows.filter(pk__in=picked))

    def get_template_names(self):
        return [self.partial_template_name if self.request.htmx else self.template_name]

    def sort(self, rows):
        """Order by the column named in `?order=`; unknown names are ignored. The key keeps pages stable."""
        wanted = self.request.GET.get("order", "")
        for column in self.columns:
            if column.order_by and wanted in (column.name, f"-{column.name}"):
                fields = column.order_by
                if wanted.startswith("-"):
                    fields = [field[1:] if field.startswith("-") else f"-{field}" for field in fields]
                return rows.order_by(*fields, "pk")
        return rows.order_by(*self.default_order, "pk") if self.default_order else rows

    def export(self) -> HttpResponse:
        """The rows as XLSX, all pages: with the columns that the reader chose, with all when none were chosen or `all` is asked for."""
        chosen = self.remembered.columns and self.request.GET["export"] != "all"
        name = str(self.sheet_name or self.page_title)
        return outputs.workbook(name, self.shown if chosen else self.columns, self.rows.iterator(chunk_size=500))

    def print(self) -> HttpResponse:
        if self.rows.count() > PRINTED_AT_ONCE:
            messages.info(self.request, _("The list is long: it is printed in the background and then lies in “My files”."))
            return HttpResponseRedirect(self.address.url(print=None, panel="print"))
        answer = HttpResponse(self.paper().pdf, content_type="application/pdf")
        answer.headers["Content-Disposition"] = "inline"
        return answer

    def paper(self) -> outputs.Paper:
        """The rows as they are filtered and sorted, with the columns of the page; after `prepare()`."""
        rows, chips = self.rows.iterator(chunk_size=500), furniture.chips(self.filterset, self.address)
        return outputs.paper(school=self.get_letterhead(), title=self.page_title, columns=self.shown, rows=rows, filters=chips)

    def get_context_data(self, **kwargs):
        page = LongPaginator(self.rows, PAGE_SIZE).get_page(self.request.GET.get("page"))
        active = furniture.chips(self.filterset, self.address)
        return super().get_context_data(
            page_title=self.page_title,
            page_lead=self.page_lead,
            columns=[furniture.head(column, self.address) for column in self.shown],
            rows=self._rows(page),
            page_obj=page,
            total=page.paginator.count,
            filter=self.filterset,
            active_filters=active,
            wider=[] if page.paginator.count else furniture.wider(self, active),
            tools=furniture.tools(self, page.paginator.count, PANELS),
            actions=self.get_actions(),
            empty=self.get_empty(),
            **kwargs,
        )

    def _rows(self, page) -> list[dict]:
        writer = RowWriter(self.shown, pickable=self.pickable)
        return [{"object": row, "html": writer.write(row, self.row_url(row))} for row in page]
