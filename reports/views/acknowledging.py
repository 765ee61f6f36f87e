"""Who has read an order: the curator's sheet, and the own list of everybody named in orders."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal
from reports import services
from reports.forms import SheetForm
from reports.models import Acknowledgement
from reports.views.orders import find_order

NAMED = (Permission.VIEW_OWN_PAIRS, Permission.VIEW_ORDERS)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.VIEW_ORDERS)
def sheet(request, pk):
    """Who has acknowledged and who has not; the curator marks those who signed the paper."""
    order = find_order(request, pk)
    if request.method == "POST":
        request.actor.must(Permission.PREPARE_ORDERS)
    form = SheetForm(request.POST if request.method == "POST" else None, order=order)
    if request.method == "POST" and form.is_valid():
        keys = [line.pk for line in form.cleaned_data["lines"]]
        try:
            count = services.mark_signed_sheet(actor=request.actor, order=order, positions=keys, on=form.cleaned_data["on"])
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            words = ngettext("%(count)s signature is marked.", "%(count)s signatures are marked.", count)
            messages.success(request, words % {"count": count})
            return redirect("reports:order_sheet", pk)
    lines = list(order.acknowledgements.select_related("recorded_by__user"))
    context = {
        "order": order,
        "done": [line for line in lines if line.done_on],
        "waiting": [line for line in lines if not line.done_on],
        "form": form,
        "may_mark": request.actor.may(Permission.PREPARE_ORDERS),
    }
    return render(request, "reports/order_sheet.html", context)


@require_safe
@needs(*NAMED)
def mine(request):
    """Orders that name the reader or the reader's child; only heading, number and date are told, not the other names."""
    lines = Acknowledgement.objects.of_user(request.actor.user_id).select_related("order").order_by("done_on", "-order__signed_on")
    return render(request, "reports/acknowledgements.html", {"lines": lines})


@require_POST
@needs(*NAMED)
def confirm(request, pk):
    line = get_object_or_404(Acknowledgement.objects.of_user(request.actor.user_id), pk=pk)
    with answer_refusal(request):
        services.confirm_reading(actor=request.actor, acknowledgement=line)
        messages.success(request, _("Thank you. The school sees that you have read the order."))
    return redirect("reports:acknowledgements")
