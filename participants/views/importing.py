from itertools import groupby

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal
from participants.documents import empty_base
from participants.enums import ImportBase, ImportState, RowVerdict
from participants.forms import ImportForm
from participants.models import ImportBatch
from participants.queries.base_columns import base_sheet
from participants.services import check_import, discard_import, write_import

GROUPS = ((RowVerdict.ERROR, "bad"), (RowVerdict.CREATE, "good"), (RowVerdict.SKIP, "neutral"))


@needs(Permission.MANAGE_PEOPLE)
def upload(request):
    """The upload form; a file that cannot be read at all is told here, with its cells."""
    wanted = request.GET.get("base", "")
    initial = {"base": wanted if wanted in ImportBase else ImportBase.MENTEES}
    form = ImportForm(request.POST or None, request.FILES or None, initial=initial, actor=request.actor)
    problems = []
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        try:
            batch = check_import(
                actor=request.actor, programme=words["programme"], base=words["base"], file=words["file"], file_name=words["file"].name
            )
        except Refusal as refusal:
            problems = list(getattr(refusal, "problems", ()))
            form.add_error("file", _("The heading of the table does not fit, see below.") if problems else refusal.sentence)
        else:
            return redirect(batch)
    bases = [{"code": base.value, "label": base.label} for base in ImportBase]
    return render(request, "participants/import.html", {"form": form, "problems": problems, "bases": bases})


@needs(Permission.MANAGE_PEOPLE)
def template(request, base):
    """An empty workbook with the columns of a base."""
    if base not in ImportBase:
        raise Http404
    return FileResponse(empty_base(base), as_attachment=True, filename=f"{base_sheet(base).sheet}.xlsx")


@needs(Permission.MANAGE_PEOPLE)
def batch(request, pk):
    """The preview: what will be created, skipped, and what is wrong, cell by cell."""
    found = get_object_or_404(ImportBatch.objects.visible_to(request.actor).select_related("programme"), pk=pk)
    known = [column.heading for column in base_sheet(found.base).imported]
    context = {
        "batch": found,
        "groups": [_group(found, verdict, tone) for verdict, tone in GROUPS],
        "problems": [{"row": row, "cells": list(cells)} for row, cells in groupby(found.problems, key=lambda problem: problem["row"])],
        "unread": [heading for heading in known if heading not in found.columns],
        "is_open": found.state == ImportState.CHECKED,
        "is_good": not found.count(RowVerdict.ERROR),
    }
    return render(request, "participants/import_batch.html", context)


def _group(found: ImportBatch, verdict: RowVerdict, tone: str) -> dict:
    rows = [{"name": "", "place": ""} | row for row in found.rows if row["verdict"] == verdict]
    return {"verdict": verdict.value, "label": verdict.label, "tone": tone, "rows": rows}


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def write(request, pk):
    found = get_object_or_404(ImportBatch.objects.visible_to(request.actor), pk=pk)
    with answer_refusal(request):
        count = write_import(actor=request.actor, batch=found)
        messages.success(
            request, ngettext("%(count)s person entered in the base.", "%(count)s people entered in the base.", count) % {"count": count}
        )
        return redirect(f"participants:{found.base}")
    return redirect(found)


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def discard(request, pk):
    found = get_object_or_404(ImportBatch.objects.visible_to(request.actor), pk=pk)
    with answer_refusal(request):
        discard_import(actor=request.actor, batch=found)
        messages.info(request, _("The file is put aside. Nothing was written."))
    return redirect("participants:import")
