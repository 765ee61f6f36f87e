"""Who has read an order: the curator's sheet, and the own list of everybody named in orders."""

from django.contrib import messages
from django.db.models import F
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import needs, with_any_role
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal
from reports import services
from reports.documents.order import own_preview
from reports.forms import SheetForm
from reports.models import Acknowledgement
from reports.views.orders import find_order

UNREAD_FIRST = (F("done_on").asc(nulls_first=True), "-order__signed_on", "-order_id", "position")


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
@with_any_role
def mine(request):
    """Orders that name the reader or the reader's child, the unread first; only heading, number and date are told here."""
    lines = Acknowledgement.objects.of_user(request.actor.user_id).select_related("order").defer("order__payload", "order__texts")
    return render(request, "reports/acknowledgements.html", {"lines": lines.order_by(*UNREAD_FIRST)})


@require_http_methods(["GET", "HEAD", "POST"])
@with_any_role
def read(request, pk):
    """The text of an order as far as it concerns the reader; below it the reader confirms."""
    lines = list(Acknowledgement.objects.of_user(request.actor.user_id).filter(order_id=pk).select_related("order"))
    if not lines:
        raise Http404
    order = lines[0].order
    if request.method == "POST":
        with answer_refusal(request):
            services.confirm_reading(actor=request.actor, order=order)
            messages.success(request, _("Thank you. The school sees that you have read the order."))
        return redirect("reports:acknowledgements")
    waiting = [line for line in lines if line.done_on is None]
    context = {"order": order, "lines": lines, "waiting": waiting, "preview": own_preview(order, lines)}
    return render(request, "reports/acknowledgement.html", context)
