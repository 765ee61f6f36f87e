"""Papers of a programme: what there is, what is missing; making, reading and finishing one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.responses import answer_refusal
from programmes.models import Programme
from reports import services
from reports.documents.document import document_preview
from reports.models import Document
from reports.presenters.documents import pair_rows
from reports.presenters.paper_pdf import pdf_card
from reports.queries.document_texts import document_kind
from reports.queries.documents import pairs_with_papers, people_papers, programme_papers
from reports.views.finding import find_programme
from reports.views.once import new_key

PAIRS_ON_PAGE = 50


@require_safe
@needs(Permission.VIEW_ORDERS)
def documents(request, pk):
    """Every kind of paper of one programme."""
    programme = find_programme(request, pk)
    pairs = Paginator(pairs_with_papers(programme), PAIRS_ON_PAGE).get_page(request.GET.get("page"))
    context = {
        "programme": programme,
        "others": Programme.objects.visible_to(request.actor).exclude(pk=programme.pk),
        "papers": programme_papers(programme),
        "pairs": pairs,
        "rows": pair_rows(pairs, programme),
        "letters": people_papers(programme),
        "may_make": request.actor.may(Permission.PREPARE_ORDERS),
        "request_key": new_key(),
    }
    return render(request, "reports/documents.html", context)


@require_safe
@needs(Permission.VIEW_ORDERS)
def choose(request):
    """The papers of the newest programme."""
    programme = Programme.objects.visible_to(request.actor).first()
    if programme is None:
        return render(request, "reports/documents_none.html")
    return redirect("reports:documents", programme.pk)


@require_safe
@needs(Permission.VIEW_ORDERS)
def document(request, pk):
    row = find_document(request, pk)
    context = {
        "document": row,
        "kind": document_kind(row.kind),
        "preview": document_preview(row),
        "may_make": row.is_open and request.actor.may(Permission.PREPARE_ORDERS),
        "pdf": pdf_card(row, request.actor),
    }
    return render(request, "reports/document.html", context)


@require_POST
@needs(Permission.PREPARE_ORDERS)
def finish(request, pk):
    row = find_document(request, pk)
    with answer_refusal(request):
        services.finish_document(actor=request.actor, document=row)
        messages.success(request, _("The paper is ready and does not change any more."))
    return redirect(row)


@require_POST
@needs(Permission.PREPARE_ORDERS)
def discard(request, pk):
    row = find_document(request, pk)
    with answer_refusal(request):
        services.discard_document(actor=request.actor, document=row)
        messages.success(request, _("The draft is discarded."))
    return redirect("reports:documents", row.programme_id)


def find_document(request, pk) -> Document:
    rows = Document.objects.visible_to(request.actor).kept()
    return get_object_or_404(rows.select_related("programme__school", "programme__year", "pair", "person", "author__user", "pdf"), pk=pk)
