"""Moving an order: prepare a draft, take a step."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.addresses import site_address
from mentoring.common.numbers import number_of
from mentoring.common.responses import answer_refusal
from programmes.models import Programme
from reports import services
from reports.forms import PrepareOrderForm
from reports.models import Order
from reports.queries.orders import agreed_pairs, programmes_with_agreed_pairs
from reports.views.drafting import drafted
from reports.views.order_drafts import DRAFTED
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


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.PREPARE_ORDERS)
def prepare(request):
    """Choose the programme when several have agreed pairs, then the pairs."""
    programmes = list(programmes_with_agreed_pairs(request.actor))
    programme = _chosen(request, programmes)
    form = None
    if programme is not None:
        form = PrepareOrderForm(request.POST if request.method == "POST" else None, pairs=agreed_pairs(programme))

    def draft(form):
        return services.prepare_order(actor=request.actor, programme=programme, **form.cleaned_data)

    if request.method == "POST" and (order := drafted(request, form, Order, draft, DRAFTED)):
        return redirect(order)
    if programme is None:
        cards = [{"programme": programme, "url": f"{request.path}?programme={programme.pk}"} for programme in programmes]
        return render(request, "reports/order_prepare.html", {"programme": None, "cards": cards})
    return render(request, "reports/order_prepare.html", {"programme": programme, "form": form})


def _chosen(request, programmes: list[Programme]) -> Programme | None:
    """The programme of the address; the only one when the address names none. A foreign one is a 404."""
    if wanted := request.GET.get("programme"):
        return get_object_or_404(Programme.objects.visible_to(request.actor), pk=number_of(wanted))
    return programmes[0] if len(programmes) == 1 else None
