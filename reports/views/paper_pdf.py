"""The PDF of an order or of a document: the work on it, the file, the work once more. `find` is the door of the paper's own page."""

from collections.abc import Callable

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from jobs import services
from jobs.views import file_response
from mentoring.common.responses import answer_refusal
from reports.presenters.paper_pdf import pdf_card
from reports.queries.paper_pdf import pdf_job


def download(find: Callable):
    @require_safe
    @needs(Permission.VIEW_ORDERS)
    def pdf(request, pk):
        paper = find(request, pk)
        if paper.pdf is None:
            raise Http404
        return file_response(paper.pdf)

    return pdf


def progress(find: Callable):
    """Asked every two seconds until the PDF is there; everybody who may see the paper may see it."""

    @require_safe
    @needs(Permission.VIEW_ORDERS)
    def pdf_progress(request, pk):
        return render(request, "reports/_paper_pdf.html", {"pdf": pdf_card(find(request, pk), request.actor)})

    return pdf_progress


def repeat(find: Callable):
    """For those whom the kind of the job was registered for."""

    @require_POST
    @needs(Permission.VIEW_ORDERS)
    def pdf_repeat(request, pk):
        paper = find(request, pk)
        job = pdf_job(paper)
        if job is None:
            raise Http404
        with answer_refusal(request):
            services.repeat(actor=request.actor, job=job)
        return redirect(paper)

    return pdf_repeat
