"""The acknowledgement sheet of an order: who has read it, and the marks of those who signed the paper."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.addresses import site_address
from mentoring.common.numbers import number_of
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal, as_pdf, offer_undo
from reports import services
from reports.documents.order import sheet_file_name, sheet_paper
from reports.enums import OrderState
from reports.forms import SheetForm
from reports.queries.reminding import reminder_of
from reports.views.orders import find_order


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
            marked = services.mark_signed_sheet(actor=request.actor, order=order, positions=keys, on=form.cleaned_data["on"])
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            words = ngettext("%(count)s signature is marked.", "%(count)s signatures are marked.", len(marked)) % {"count": len(marked)}
            offer_undo(request, words, reverse("reports:order_sheet_unmark", args=[pk]), lines=",".join(str(line.pk) for line in marked))
            return redirect("reports:order_sheet", pk)
    lines = list(order.acknowledgements.select_related("recorded_by__user"))
    waiting = [line for line in lines if not line.done_on]
    may_mark = request.actor.may(Permission.PREPARE_ORDERS) and order.state == OrderState.SIGNED
    context = {
        "order": order,
        "done": [line for line in lines if line.done_on],
        "waiting": waiting,
        "form": form,
        "may_mark": may_mark,
        "reminder": reminder_of(order, waiting) if may_mark and waiting else None,
    }
    return render(request, "reports/order_sheet.html", context)


@require_safe
@needs(Permission.VIEW_ORDERS)
def sheet_pdf(request, pk):
    """The sheet without the order, for those who have not confirmed yet."""
    order = find_order(request, pk)
    waiting = list(order.acknowledgements.waiting()) if order.state == OrderState.SIGNED else []
    if waiting:
        return as_pdf(sheet_paper(order, waiting), sheet_file_name(order), inline=True)
    messages.info(request, _("There is nobody left who has to sign the sheet of this order."))
    return redirect("reports:order_sheet", pk)


@require_POST
@needs(Permission.PREPARE_ORDERS)
def unmark(request, pk):
    """Take back the marks of these lines, one or many."""
    order = find_order(request, pk)
    keys = [number_of(key) for key in request.POST.get("lines", "").split(",")]
    with answer_refusal(request):
        count = services.unmark_signed_sheet(actor=request.actor, order=order, positions=[key for key in keys if key])
        words = ngettext("%(count)s mark is taken back.", "%(count)s marks are taken back.", count)
        messages.success(request, words % {"count": count})
    return redirect("reports:order_sheet", pk)


@require_POST
@needs(Permission.PREPARE_ORDERS)
def remind(request, pk):
    """A letter to those who have not read the order: a link and nothing else."""
    order = find_order(request, pk)
    with answer_refusal(request):
        count = services.remind_readers(actor=request.actor, order=order, site=site_address(request))
        words = ngettext("The letter goes out: it reaches %(count)s person.", "The letter goes out: it reaches %(count)s people.", count)
        messages.success(request, words % {"count": count})
    return redirect("reports:order_sheet", pk)
