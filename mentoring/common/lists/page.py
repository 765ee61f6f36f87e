"""A list page from one table of columns: heading, value, sorting, link and sheet cell come from one place."""

import tempfile

from django.core.paginator import Paginator
from django.http import FileResponse
from django.views.generic import TemplateView

from mentoring.common.lists.columns import Action, Column, Empty
from mentoring.common.lists.rows import RowWriter
from mentoring.common.sheets.columns import Sheet, SheetColumn
from mentoring.common.sheets.writer import write_workbook

PAGE_SIZE = 30


class ListPage(TemplateView):
    """Filter, search, sort, page and export of `get_queryset()`; htmx swaps only the table."""

    template_name = "components/list_page.html"
    partial_template_name = "components/list_table.html"
    columns: tuple[Column, ...] = ()
    filterset_class = None
    default_order: tuple[str, ...] = ()
    page_title = ""
    page_lead = ""
    sheet_name = ""

    def get_queryset(self):
        raise NotImplementedError

    def get_actions(self) -> list[Action]:
        return []

    def get_empty(self) -> Empty:
        raise NotImplementedError

    def row_url(self, row) -> str:
        return row.get_absolute_url()

    def get(self, request, *args, **kwargs):
        self.filterset = self.filterset_class(request.GET, queryset=self.get_queryset(), request=request)
        self.rows = self.sort(self.filterset.qs)
        if request.GET.get("export") == "xlsx":
            return self.export()
        return super().get(request, *args, **kwargs)

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

    def export(self) -> FileResponse:
        """The filtered rows as XLSX, all pages, with the columns of the page."""
        name = str(self.sheet_name or self.page_title)
        head = [SheetColumn(str(column.heading), column.kind, column.width) for column in self.columns]
        cells = ([column.value(row) for column in self.columns] for row in self.rows.iterator(chunk_size=500))
        file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
        write_workbook(file, [Sheet(name, head, cells)])
        file.seek(0)
        return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx")

    def get_context_data(self, **kwargs):
        page = Paginator(self.rows, PAGE_SIZE).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            page_title=self.page_title,
            page_lead=self.page_lead,
            columns=[self._head(column) for column in self._shown()],
            rows=self._rows(page),
            page_obj=page,
            paginator=page.paginator,
            total=page.paginator.count,
            filter=self.filterset,
            active_filters=self._active_filters(),
            export_url=self._query(export="xlsx", page=None),
            actions=self.get_actions(),
            empty=self.get_empty(),
            **kwargs,
        )

    def _shown(self) -> list[Column]:
        return [column for column in self.columns if not column.sheet_only]

    def _head(self, column: Column) -> dict:
        wanted = self.request.GET.get("order", "")
        direction = {column.name: "ascending", f"-{column.name}": "descending"}.get(wanted, "none")
        following = f"-{column.name}" if direction == "ascending" else column.name
        return {
            "name": column.name,
            "heading": column.heading,
            "css": column.css,
            "sortable": bool(column.order_by),
            "sorted": direction,
            "sort_url": self._query(order=following, page=None),
        }

    def _rows(self, page) -> list[dict]:
        writer = RowWriter(self._shown())
        return [{"object": row, "html": writer.write(row, self.row_url(row))} for row in page]

    def _active_filters(self) -> list[dict]:
        if not self.filterset.form.is_valid():
            return []
        chips = []
        for name, value in self.filterset.form.cleaned_data.items():
            if value in (None, "", []):
                continue
            field = self.filterset.form[name]
            choices = dict(iter(getattr(field.field, "choices", ())))  # iter: choices read late have no length
            chips.append(
                {"label": field.label, "value": choices.get(value, value), "remove_url": self._query(**{name: None, "page": None})}
            )
        return chips

    def _query(self, **changes) -> str:
        query = self.request.GET.copy()
        for name, value in changes.items():
            query.pop(name, None)
            if value is not None:
                query[name] = value
        return f"{self.request.path}?{query.urlencode()}"
