"""Columns chosen, cells corrected, bad rows taken away as a file."""

import re

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.numbers import number_of
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal
from participants.documents import bad_rows_workbook
from participants.enums import ImportState
from participants.forms import ColumnsForm
from participants.models import ImportBatch
from participants.services import correct_cells, decide_twin, map_columns, offers_of

TWIN = re.compile(r"(\d{1,15})@(.{1,300})")
CELL = re.compile(r"cell-(\d{1,9})-(\w+)")


@needs(Permission.MANAGE_PEOPLE)
def columns(request, pk):
    """What each column of the table holds; headings that nobody knew stand first."""
    found = get_object_or_404(ImportBatch.objects.visible_to(request.actor).select_related("programme"), pk=pk)
    if found.state not in (ImportState.COLUMNS, ImportState.CHECKED):
        return redirect(found)
    form = ColumnsForm(request.POST or None, batch=found)
    if request.method == "POST" and form.is_valid():
        try:
            map_columns(actor=request.actor, batch=found, mapping=form.mapping)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect(found)
    return render(request, "participants/import_columns.html", {"batch": found, "form": form, "columns": form.columns()})


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def cells(request, pk):
    """Take what was typed, the offers that were accepted, the word on a suspected twin, and check again."""
    found = get_object_or_404(ImportBatch.objects.visible_to(request.actor), pk=pk)
    typed = {_place(name): text for name, text in request.POST.items() if CELL.fullmatch(name)}
    taken = request.POST.get("take", "")
    if taken == "all":
        typed |= offers_of(found)
    elif taken:
        row, _colon, key = taken.partition(":")
        typed |= offers_of(found, (number_of(row), key))
    with answer_refusal(request):
        correct_cells(actor=request.actor, batch=found, cells=typed)
        if answer := TWIN.fullmatch(request.POST.get("twin", "")):
            decide_twin(actor=request.actor, batch=found, key=answer[2], person=int(answer[1]))
    return redirect(found)


def _place(name: str) -> tuple[int, str]:
    row, key = CELL.fullmatch(name).groups()
    return int(row), key


@needs(Permission.MANAGE_PEOPLE)
def bad_rows(request, pk):
    """The rows with errors as a workbook: correct them in Excel and upload it again."""
    found = get_object_or_404(ImportBatch.objects.visible_to(request.actor), pk=pk)
    if not found.problems or not found.source:
        raise Http404
    return FileResponse(bad_rows_workbook(found), as_attachment=True, filename=_("Rows to correct.xlsx"))
