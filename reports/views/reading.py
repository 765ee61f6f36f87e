"""What somebody named in orders reads and confirms; the lines of the sheet limit it to the own ones, whatever the role."""

from django.contrib import messages
from django.db.models import F
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import with_any_role
from mentoring.common.responses import answer_refusal
from reports import services
from reports.documents.order import order_preview
from reports.models import Acknowledgement
from reports.queries.order_texts import kind_words
from reports.queries.own_extract import own_extract

UNREAD_FIRST = (F("done_on").asc(nulls_first=True), "-order__signed_on", "-order_id", "position")


@require_safe
@with_any_role
def mine(request):
    """Orders that name the reader or the reader's child, the unread first; only kind, number and date: a typed heading may name another."""
    lines = Acknowledgement.objects.of_user(request.actor.user_id).select_related("order").defer("order__payload", "order__texts")
    rows = [(line, kind_words(line.order.kind)) for line in lines.order_by(*UNREAD_FIRST)]
    return render(request, "reports/acknowledgements.html", {"rows": rows})


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
    facts = own_extract(order, lines)
    context = {"order": order, "title": facts["title"], "lines": lines, "waiting": waiting, "preview": order_preview(order, facts)}
    return render(request, "reports/acknowledgement.html", context)
