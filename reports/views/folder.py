"""The folder for an inspection: what is missing, and one click that collects what is there."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from jobs.models import Job, WorkerHeartbeat
from reports.enums import FolderFormat
from reports.presenters.folder import missing
from reports.services import ask_for_folder
from reports.views.finding import find_programme
from reports.views.once import key_of, new_key

SHOWN_JOBS = 4


@require_safe
@needs(Permission.EXPORT_BASES)
def folder(request, pk):
    programme = find_programme(request, pk)
    jobs = Job.objects.visible_to(request.actor).filter(kind="programme_folder", arguments__programme_id=programme.pk)
    context = {
        "programme": programme,
        "missing": missing(programme),
        "may_repair": request.actor.may(Permission.PREPARE_ORDERS),
        "jobs": jobs.select_related("file")[:SHOWN_JOBS],
        "worker_is_alive": WorkerHeartbeat.worker_is_alive(),
        "request_key": new_key(),
    }
    return render(request, "reports/folder.html", context)


@require_POST
@needs(Permission.EXPORT_BASES)
def ask(request, pk, kind):
    programme = find_programme(request, pk)
    if kind not in FolderFormat:
        raise Http404
    ask_for_folder(actor=request.actor, programme=programme, kind=kind, request_key=key_of(request))
    return redirect("reports:folder", pk)
