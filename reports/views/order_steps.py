"""Moving an order: one button, one step of its workflow."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.addresses import site_address
from mentoring.common.responses import answer_refusal
from reports import services
from reports.views.orders import find_order

STEPS = {
    "send": (services.send_order, _("The order is with the director now.")),
    "recall": (services.recall_order, _("The order is a draft again: the director does not see it any more. Mend it and send it.")),
    "return": (services.return_order, _("The order is back with the curator, your remark on top.")),
    "sign": (services.sign_order, _("The order is signed and in force. The PDF is being prepared.")),
    "discard": (services.discard_order, _("The draft is discarded, its pairs are free for another order.")),
}
WITH_LETTER = ("send", "return", "sign")


@require_POST
@needs(Permission.PREPARE_ORDERS, Permission.SIGN_ORDERS)
def step(request, pk, name):
    row = find_order(request, pk)
    if name not in STEPS:
        raise Http404
    service, words = STEPS[name]
    told = {"site": site_address(request)} if name in WITH_LETTER else {}
    if name == "return":
        told["note"] = request.POST.get("note", "")
    if name == "sign":
        told["read"] = request.POST.get("read", "")
    with answer_refusal(request):
        service(actor=request.actor, order=row, **told)
        messages.success(request, words)
    return redirect(row)
