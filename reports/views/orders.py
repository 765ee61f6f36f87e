"""Reading an order: its page, its sheet."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.access import needs
from accounts.permissions import Permission
from reports.documents.order import order_preview, shown_facts
from reports.enums import OrderState
from reports.forms import OrderScanForm
from reports.models import Order
from reports.presenters import effects
from reports.presenters import orders as presenters
from reports.presenters.paper_pdf import pdf_card
from reports.queries.order_cases import HeardForms
from reports.queries.order_texts import kind_words
from reports.queries.orders import named_pairs


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
        "pdf": pdf_card(row, request.actor),
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


def _earlier(row: Order, actor) -> dict:
    may_prepare = actor.may(Permission.PREPARE_ORDERS)
    words = {"effect": effects.effect(row), "amendments": presenters.amendments(row), "kind": kind_words(row.kind)}
    steps = {"may_correct": may_prepare and row.state == OrderState.REGISTERED, "scan_form": OrderScanForm() if may_prepare else None}
    return {"order": row, **words, **steps}
