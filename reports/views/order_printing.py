"""The list of orders on paper: the register, and every order itself."""

import tempfile

from django.http import FileResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common import clock
from mentoring.common.responses import answer_refusal
from mentoring.common.sheets.writer import write_workbook
from reports import services
from reports.documents.register import TITLE, register_sheets
from reports.filters import OrderFilter
from reports.models import Order
from reports.views.once import key_of


@require_POST
@needs(Permission.VIEW_ORDERS)
def register(request):
    """A job, because a register of years is long."""
    return redirect(services.ask_for_register(actor=request.actor, filters=_filters(request), request_key=key_of(request)))


@require_POST
@needs(Permission.VIEW_ORDERS)
def register_workbook(request):
    """The register as a workbook: a sheet for each series."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    write_workbook(file, register_sheets(_found(request)))
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{TITLE} {clock.today():%d.%m.%Y}.xlsx")


@require_POST
@needs(Permission.VIEW_ORDERS)
def copies(request):
    """The orders of the list, as it is filtered, in one PDF: those that are signed in Tandem, and scans of those from paper."""
    found = _found(request).with_papers().in_register()
    with answer_refusal(request):
        orders = list(found.values_list("pk", flat=True))
        return redirect(services.ask_for_copies(actor=request.actor, orders=orders, request_key=key_of(request)))
    return redirect("reports:orders")


def _found(request):
    """The orders of the list as the button's page filtered it."""
    return OrderFilter(_filters(request), queryset=Order.objects.visible_to(request.actor), request=request).qs


def _filters(request) -> dict:
    """Those of the list that the button stood under; anything else in the query is left."""
    told = QueryDict(request.POST.get("query", ""))
    return {name: value for name, value in told.items() if name in OrderFilter.base_filters}
