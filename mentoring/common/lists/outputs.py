"""A list outside the page: as a workbook and on paper."""

import tempfile
from collections.abc import Iterable, Sequence

from django.http import FileResponse
from django.utils import translation

from mentoring.common import clock
from mentoring.common.file_names import safe_name
from mentoring.common.lists.columns import Column
from mentoring.common.papers import Paper, render_paper
from mentoring.common.sheets.columns import Sheet, SheetColumn
from mentoring.common.sheets.writer import write_workbook

WIDE = 5  # columns that fit an upright sheet


def workbook(name: str, columns: Sequence[Column], rows: Iterable) -> FileResponse:
    head = [SheetColumn(str(column.heading), column.kind, column.width) for column in columns]
    cells = ([column.value(row) for column in columns] for row in rows)
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    write_workbook(file, [Sheet(name, head, cells)])
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=safe_name(name, ".xlsx"))


def paper(*, school: str, title: str, columns: Sequence[Column], rows: Iterable, filters: Sequence[dict]) -> Paper:
    """The rows as a Russian paper; `filters` are the chips of the page, they say what was left out."""
    with translation.override("ru"):
        facts = {
            "school": school,
            "title": str(title),
            "headings": [str(column.heading) for column in columns],
            "rows": [[column.words(row) for column in columns] for row in rows],
            "filters": [(str(chip["label"]), str(chip["value"])) for chip in filters],
            "is_wide": len(columns) > WIDE,
            "on": clock.today(),
        }
        return render_paper("papers/list.html", facts)
