"""Upload, preview, write: an import step by step."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRefresh

from accounts.access import needs
from accounts.permissions import Permission
from jobs.models import WorkerHeartbeat
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal
from participants.documents import empty_base
from participants.enums import ImportBase, ImportState
from participants.forms import ImportForm
from participants.models import ImportBatch
from participants.models.import_batch import AT_WORK
from participants.queries.base_columns import base_sheet
from participants.queries.import_preview import ImportPreview, unfinished_batches
from participants.services import cancel_work, discard_import, receive_table, request_write, start_again


@needs(Permission.MANAGE_PEOPLE)
def upload(request):
    """The upload form; a file that cannot be read at all is told here, with its cells."""
    wanted = request.GET.get("base", "")
    initial = {"base": wanted if wanted in ImportBase else ImportBase.MENTEES}
    form = ImportForm(request.POST or None, request.FILES or None, initial=initial, actor=request.actor)
    problems = []
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        file = words["file"]
        try:
            batch = receive_table(
                actor=request.actor,
                programme=words["programme"],
                base=words["base"],
                file=file,
                file_name=file.name if file else "",
                text=words["text"],
            )
        except Refusal as refusal:
            problems = list(getattr(refusal, "problems", ()))
            sentence = _("The heading of the table does not fit, see below.") if problems else refusal.sentence
            form.add_error("file" if file else "text", sentence)
        else:
            return redirect(batch)
    bases = [{"code": base.value, "label": base.label} for base in ImportBase]
    context = {"form": form, "problems": problems, "bases": bases, "unfinished": unfinished_batches(request.actor)}
    return render(request, "participants/import.html", context)


@needs(Permission.MANAGE_PEOPLE)
def template(request, base):
    """An empty workbook with the columns of a base."""
    if base not in ImportBase:
        raise Http404
    return FileResponse(empty_base(base), as_attachment=True, filename=f"{base_sheet(base).sheet}.xlsx")


@needs(Permission.MANAGE_PEOPLE)
def batch(request, pk):
    """The preview: what will be created, changed, skipped, and what is wrong, cell by cell; progress while a job is at it."""
    found = get_object_or_404(ImportBatch.objects.visible_to(request.actor).select_related("programme", "job"), pk=pk)
    if found.state == ImportState.COLUMNS:
        return HttpResponseClientRefresh() if request.htmx else redirect("participants:import_columns", pk=found.pk)
    if found.state in AT_WORK:
        if request.htmx and found.has_stopped:
            return HttpResponseClientRefresh()
        page = "participants/_import_progress.html" if request.htmx else "participants/import_work.html"
        return render(request, page, {"batch": found, "job": found.job, "worker_is_alive": WorkerHeartbeat.worker_is_alive()})
    if request.htmx:
        return HttpResponseClientRefresh()
    return _preview(request, found)


def _preview(request, found: ImportBatch) -> HttpResponse:
    preview = ImportPreview(found)
    groups = preview.groups()
    counts = {group["verdict"]: group["count"] for group in groups}
    context = {
        "batch": found,
        "groups": groups,
        "problems": preview.bad_rows(),
        "bad_count": counts["error"],
        "good_count": counts["create"] + counts["change"],
        "faults": preview.repeated_faults(),
        "offers": preview.offers(),
        "unread": preview.unread(),
        "passed_over": preview.passed_over(),
        "is_open": preview.is_open,
        "job_error": found.job.error if found.job else "",
    }
    return render(request, "participants/import_batch.html", context)


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def write(request, pk):
    found = get_object_or_404(ImportBatch.objects.visible_to(request.actor), pk=pk)
    only_good = request.POST.get("only") == "good"
    with answer_refusal(request):
        count = request_write(actor=request.actor, batch=found, only_good=only_good)
        if count is not None:
            words = ngettext("%(count)s person entered in the base.", "%(count)s people entered in the base.", count)
            messages.success(request, words % {"count": count})
            if not only_good:
                return redirect(f"participants:{found.base}")
    return redirect(found)


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def discard(request, pk):
    found = get_object_or_404(ImportBatch.objects.visible_to(request.actor), pk=pk)
    with answer_refusal(request):
        discard_import(actor=request.actor, batch=found)
        messages.info(request, _("The upload is removed. Nothing of it was written."))
    return redirect("participants:import")


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def again(request, pk):
    found = get_object_or_404(ImportBatch.objects.visible_to(request.actor), pk=pk)
    with answer_refusal(request):
        start_again(actor=request.actor, batch=found)
    return redirect(found)


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def cancel(request, pk):
    found = get_object_or_404(ImportBatch.objects.visible_to(request.actor), pk=pk)
    with answer_refusal(request):
        cancel_work(actor=request.actor, batch=found)
        messages.info(request, _("Cancelled. Nothing was written."))
    return redirect(found)
