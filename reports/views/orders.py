"""Reading an order: its page, its sheet, its PDF."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from jobs.models import WorkerHeartbeat
from jobs.views import file_response
from mentoring.common.responses import answer_refusal
from reports import services
from reports.documents.order import order_preview, shown_facts
from reports.enums import OrderState
from reports.forms import OrderScanForm
from reports.models import Order
from reports.presenters import effects
from reports.presenters import orders as presenters
from reports.queries.order_cases import HeardForms
from reports.queries.order_texts import kind_words
from reports.queries.orders import named_pairs, order_pdf_job
from reports.services.order_pdf import may_repeat_pdf


def _orders(request):
    return Order.objects.visible_to(request.actor).with_people().select_related("school", "programme__year", "amends")


def find_order(request, pk) -> Order:
    return get_object_or_404(_orders(request), pk=pk)


@require_safe
@needs(Permission.VIEW_ORDERS)
def order(request, pk):
    row = get_object_or_404(_orders(request).with_subjects(), pk=pk)
    if row.is_earlier:
        return render(request, "reports/order_registered.html", _earlier(row, request.actor))
    forms = HeardForms()
    facts, may_edit = shown_facts(row, forms), row.is_open and request.actor.may(Permission.PREPARE_ORDERS)
    pairs = [pair for relation in ("pairs", "ending_pairs", "changed_pairs") for pair in named_pairs(row, relation)]
    context = {
        "order": row,
        "may_edit": may_edit,
        "declined": forms.printed_in(facts) if may_edit else [],
        "ways": presenters.step_ways(row, request.actor, facts),
        "remark": presenters.remark(row),
        "effect": effects.effect(row),
        "amendments": presenters.amendments(row),
        "lacking": effects.lacking([row])[row.pk],
        "story": presenters.story(row),
        "pairs": pairs,
        "approved": presenters.approved_text(row),
        "preview": order_preview(row, facts),
        **_printing(row, request.actor),
    }
    return render(request, "reports/order.html", context)


@require_safe
@needs(Permission.VIEW_ORDERS)
def preview(request, pk):
    """The sheet alone, for the printer of somebody who cannot wait for the PDF."""
    row = find_order(request, pk)
    if row.is_earlier:
        raise Http404
    return render(request, "reports/order_preview.html", {"order": row, "preview": order_preview(row)})


@require_safe
@needs(Permission.VIEW_ORDERS)
def pdf_progress(request, pk):
    """Asked every two seconds until the PDF is there; everybody who may see the order may see it."""
    row = find_order(request, pk)
    return render(request, "reports/_order_pdf.html", {"order": row, **_printing(row, request.actor)})


@require_POST
@needs(Permission.PREPARE_ORDERS, Permission.SIGN_ORDERS)
def pdf_repeat(request, pk):
    row = find_order(request, pk)
    if row.payload is None:
        raise Http404
    with answer_refusal(request):
        services.repeat_pdf(actor=request.actor, order=row)
    return redirect(row)


@require_safe
@needs(Permission.VIEW_ORDERS)
def pdf(request, pk):
    row = find_order(request, pk)
    if row.pdf is None:
        raise Http404
    return file_response(row.pdf)


def _earlier(row: Order, actor) -> dict:
    may_prepare = actor.may(Permission.PREPARE_ORDERS)
    words = {"effect": effects.effect(row), "amendments": presenters.amendments(row), "kind": kind_words(row.kind)}
    steps = {"may_correct": may_prepare and row.state == OrderState.REGISTERED, "scan_form": OrderScanForm() if may_prepare else None}
    return {"order": row, **words, **steps}


def _printing(row: Order, actor) -> dict:
    """The work on the PDF while there is none."""
    waiting = row.payload is not None and row.pdf is None
    return {
        "job": order_pdf_job(row) if waiting else None,
        "may_repeat": may_repeat_pdf(actor),
        "worker_is_alive": WorkerHeartbeat.worker_is_alive() if waiting else True,
    }
