"""Editing an order until it is sent: its facts and its wording on one page."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.wording.comparing import saved
from reports import services
from reports.forms import OrderForm, WordingForm
from reports.presenters.wording import listed_placeholders, remarks_on
from reports.queries.documents import finished_paper
from reports.queries.order_cases import HeardForms
from reports.queries.order_facts import order_facts
from reports.queries.order_texts import approved_kind, order_kind, titled_texts
from reports.views.drafting import warn
from reports.views.orders import find_order


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.PREPARE_ORDERS)
def edit(request, pk):
    """Misprints in the requisites of acts are told at once. Two versions are compared."""
    order = find_order(request, pk)
    data = request.POST if request.method == "POST" else None
    if data is None and not order.is_open:
        messages.error(
            request, _("The order is with the director or in force: its text cannot change. Ask for its return or prepare a new one.")
        )
        return redirect(order)
    told, wording = _forms(order, data, chosen=request.GET.get("amends", ""))

    def save():
        facts = {"texts": wording.texts, "details": told.details, "subjects": told.subjects, **told.series}
        services.edit_order(actor=request.actor, order=order, version=wording.seen, **facts)

    is_saved, both = saved((told, wording), save, lambda: _forms(find_order(request, pk)))
    if is_saved:
        messages.success(request, _("The draft is saved."))
        warn(request, remarks_on(wording.texts, told.details))
        return redirect(order)
    forms = HeardForms()
    context = {
        "order": order,
        "declined": forms.printed_in(order_facts(order, forms)),
        "told": told,
        "wording": wording,
        "both": both,
        "remarks": remarks_on(wording.texts if wording.is_valid() else wording.shown, order.details),
        "placeholders": listed_placeholders(wording.shown),
    }
    return render(request, "reports/order_edit.html", context, status=409 if both else 200)


def _forms(order, data=None, chosen: str = "") -> tuple[OrderForm, WordingForm]:
    told = OrderForm(data, kind=order_kind(order.kind), programme=order.programme, order=order, chosen=chosen)
    is_taken = finished_paper(order.programme, approved_kind(order.kind)) is not None
    return told, WordingForm(data, texts=titled_texts(order), version=order.version, is_taken=is_taken)
