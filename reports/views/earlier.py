"""Orders that were issued on paper before Tandem: entered, scanned, corrected, taken out again."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import needs
from accounts.permissions import Permission
from jobs.views import file_response
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal
from mentoring.common.uploads import UnsafeUpload
from reports import services
from reports.enums import OrderState
from reports.forms import EarlierOrderForm, OrderScanForm, TakeOutForm
from reports.models import Order
from reports.queries.numbering import series_rows
from reports.views.orders import find_order

READ = ("GET", "HEAD", "POST")


@require_http_methods(READ)
@needs(Permission.PREPARE_ORDERS)
def enter(request):
    told = (request.POST, request.FILES) if request.method == "POST" else ()
    form = EarlierOrderForm(*told, actor=request.actor, told=request.GET)
    if request.method == "POST" and form.is_valid():
        try:
            order = services.register_earlier_order(actor=request.actor, **form.cleaned_data)
        except UnsafeUpload as fault:
            form.add_error("scan", fault.sentence)
        except Refusal as refusal:
            form.add_error("number", refusal.sentence)
        else:
            messages.success(request, _in_register(order))
            return redirect(order)
    return render(request, "reports/order_earlier.html", {"form": form})


@require_http_methods(READ)
@needs(Permission.PREPARE_ORDERS)
def correct(request, pk):
    order = _find_earlier(request, pk)
    form = EarlierOrderForm(request.POST if request.method == "POST" else None, actor=request.actor, order=order)
    if request.method == "POST" and form.is_valid():
        try:
            services.correct_earlier_order(actor=request.actor, order=order, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("number", refusal.sentence)
        else:
            messages.success(request, _in_register(find_order(request, pk)))
            return redirect(order)
    return render(request, "reports/order_correct.html", {"order": order, "form": form, "take_out": TakeOutForm()})


@require_POST
@needs(Permission.PREPARE_ORDERS)
def take_out(request, pk):
    order = _find_earlier(request, pk)
    with answer_refusal(request):
        services.take_out_earlier_order(actor=request.actor, order=order, reason=request.POST.get("reason", "")[:200])
        messages.success(request, _("The order is out of the register. The journal keeps what it was."))
        return redirect("reports:orders")
    return redirect("reports:order_correct", pk)


@require_http_methods(READ)
@needs(Permission.VIEW_ORDERS)
def scan(request, pk):
    """GET: the file as it came in. POST: a scan of the paper, instead of an earlier one."""
    order = find_order(request, pk)
    if request.method == "POST":
        request.actor.must(Permission.PREPARE_ORDERS)
        return _attach(request, order)
    if order.scan is None:
        raise Http404
    return file_response(order.scan)


def _attach(request, order: Order):
    form = OrderScanForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, " ".join(form.errors["scan"]))
        return redirect(order)
    with answer_refusal(request):
        services.attach_scan(actor=request.actor, order=order, upload=form.cleaned_data["scan"])
        messages.success(request, _("The scan is attached. It lies in the folder of the programme."))
    return redirect(order)


def _find_earlier(request, pk) -> Order:
    order = find_order(request, pk)
    if order.state != OrderState.REGISTERED:
        raise Http404
    return order


def _in_register(order: Order) -> str:
    """Told at once: a number that was typed wrong moves the counter far ahead."""
    coming = next((row["next"] for row in series_rows(order.school, order.year) if row["code"] == order.series), "")
    sentence = _("The order is in the register. The next order of %(year)s gets the number %(number)s.")
    return sentence % {"year": order.year, "number": coming}
