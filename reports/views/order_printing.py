"""The list of orders on paper: the register, and every order itself."""

from django.http import QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.responses import answer_refusal
from reports import services
from reports.filters import OrderFilter
from reports.models import Order


@require_POST
@needs(Permission.VIEW_ORDERS)
def register(request):
    """A job, because a register of years is long."""
    return redirect(services.ask_for_register(actor=request.actor, filters=_filters(request)))


@require_POST
@needs(Permission.VIEW_ORDERS)
def copies(request):
    """The signed orders of the list, as it is filtered, in one PDF."""
    rows = Order.objects.visible_to(request.actor).with_papers()
    found = OrderFilter(_filters(request), queryset=rows, request=request).qs.order_by("signed_on", "series", "sequence", "pk")
    with answer_refusal(request):
        return redirect(services.ask_for_copies(actor=request.actor, orders=list(found.values_list("pk", flat=True))))
    return redirect("reports:orders")


def _filters(request) -> dict:
    """Those of the list that the button stood under; anything else in the query is left."""
    told = QueryDict(request.POST.get("query", ""))
    return {name: value for name, value in told.items() if name in OrderFilter.base_filters}
