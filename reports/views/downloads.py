"""Downloads: the monitoring report by a job, the bases at once."""

import tempfile

from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from accounts.school_list import list_at
from jobs.models import Job, WorkerHeartbeat
from mentoring.common import clock
from mentoring.common.sheets.writer import write_workbook
from participants.enums import ImportBase
from programmes.models import Programme
from reports.documents.bases import base_sheet, base_title, sheet_of_records
from reports.enums import ReportFormat
from reports.services import ask_for_report, record_base_export
from reports.views.finding import find_programme
from reports.views.once import key_of, new_key

REPORT_KINDS = [f"monitoring_report_{kind}" for kind in ReportFormat.values]
SHOWN_JOBS = 6


@require_safe
@needs(Permission.DOWNLOAD_REPORTS)
def reports(request):
    """What can be downloaded, and what the person asked for lately."""
    jobs = Job.objects.visible_to(request.actor).filter(kind__in=REPORT_KINDS).select_related("file")[:SHOWN_JOBS]
    context = {
        "programmes": Programme.objects.visible_to(request.actor).select_related("year"),
        "jobs": jobs,
        "worker_is_alive": WorkerHeartbeat.worker_is_alive(),
        "may_export": request.actor.may(Permission.EXPORT_BASES),
        "bases": [{"base": base, "title": base_title(base)} for base in ImportBase],
        "request_key": new_key(),
    }
    return render(request, "reports/reports.html", context)


def monitoring_report(kind: ReportFormat):
    """The view that asks for the report in one format; the page of reports shows how far it is."""

    @require_POST
    @needs(Permission.DOWNLOAD_REPORTS)
    def ask(request, pk):
        programme = find_programme(request, pk)
        ask_for_report(actor=request.actor, programme=programme, kind=kind, request_key=key_of(request))
        return redirect("reports:reports")

    return ask


@require_POST
@needs(Permission.EXPORT_BASES)
def base_export(request, pk, base):
    """A base leaves the system: the journal keeps who took it, so this is not a GET."""
    programme = find_programme(request, pk)
    if base not in ImportBase:
        raise Http404
    record_base_export(actor=request.actor, subject=programme, base=base)
    return _workbook(base_sheet(programme, base), base)


@require_POST
@needs(Permission.EXPORT_BASES)
def base_as_filtered(request, base):
    """The rows of the list of a base, filtered and sorted by the posted `query`, in the recommended columns."""
    if base not in ImportBase:
        raise Http404
    page = list_at(f"{reverse(f'participants:{base}')}?{request.POST.get('query', '')}", request.actor)
    record_base_export(actor=request.actor, subject=request.actor.school, base=base, rows=page.rows.count())
    return _workbook(sheet_of_records(page.rows, base), base)


def _workbook(sheet, base: str) -> FileResponse:
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    write_workbook(file, [sheet])
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{base_title(base)} {clock.today():%d.%m.%Y}.xlsx")
