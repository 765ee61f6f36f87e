from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.school_list import list_at
from jobs import services
from jobs.list_prints import ask_for_print
from jobs.models import Job, WorkerHeartbeat
from mentoring.common import storage
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal

# What was stored is never rendered; a browser that does so all the same runs nothing of it.
NEVER_RENDERED = {"Content-Security-Policy": "default-src 'none'; sandbox", "X-Content-Type-Options": "nosniff"}


def file_response(file) -> FileResponse:
    """The file as an attachment."""
    content = storage.open_stored(file.sha256)
    return FileResponse(content, as_attachment=True, filename=file.name, content_type=file.content_type, headers=NEVER_RENDERED)


def listing(request):
    """«My files»: what the person asked for in the last days."""
    jobs = Job.objects.visible_to(request.actor).select_related("file")[:50]
    return render(request, "jobs/list.html", {"jobs": jobs, "worker_is_alive": WorkerHeartbeat.worker_is_alive()})


def detail(request, pk):
    """Progress of one job; asked again every two seconds by htmx until it is finished."""
    job = get_object_or_404(Job.objects.visible_to(request.actor).select_related("file"), pk=pk)
    template = "jobs/_progress.html" if request.htmx else "jobs/detail.html"
    return render(request, template, {"job": job, "worker_is_alive": WorkerHeartbeat.worker_is_alive()})


def download(request, pk):
    job = get_object_or_404(Job.objects.visible_to(request.actor).select_related("file"), pk=pk)
    if job.file is None:
        raise Http404
    return file_response(job.file)


@require_POST
def list_print(request):
    """Print a list in the background; the list itself says who may see it."""
    page = list_at(request.POST.get("address", ""), request.actor)
    try:
        job = ask_for_print(actor=request.actor, page=page)
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
        return redirect(page.address.url(print=None, panel=None))
    return redirect(job)


@require_POST
def repeat(request, pk):
    job = get_object_or_404(Job.objects.visible_to(request.actor), pk=pk)
    with answer_refusal(request):
        services.repeat(actor=request.actor, job=job)
    return redirect(job)


@require_POST
def stop(request, pk):
    job = get_object_or_404(Job.objects.visible_to(request.actor), pk=pk)
    with answer_refusal(request):
        services.cancel(actor=request.actor, job=job)
    return redirect(job)
