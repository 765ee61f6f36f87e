"""Drafting an order: choose its kind, tell what the system does not know."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from programmes.models import Programme
from reports import services
from reports.enums import PAIRING
from reports.forms import OrderForm
from reports.models import Order
from reports.presenters.wording import kind_cards, remarks_on
from reports.queries.order_texts import order_kind, titled_texts
from reports.queries.orders import programmes_with_agreed_pairs
from reports.views.drafting import drafted, warn
from reports.views.finding import chosen_programme, find_programme

READ = ("GET", "HEAD", "POST")
DRAFTED = _("The draft is ready. Read it and send it to the director.")


@require_safe
@needs(Permission.PREPARE_ORDERS)
def kinds(request):
    """All kinds of orders in the order of a school year, for one programme: the newest unless the address names another."""
    programmes = list(Programme.objects.visible_to(request.actor).select_related("year"))
    programme = chosen_programme(request, programmes[:1])
    context = {"programmes": programmes, "programme": programme, "cards": kind_cards(programme) if programme else []}
    return render(request, "reports/order_kinds.html", context)


@require_http_methods(READ)
@needs(Permission.PREPARE_ORDERS)
def draft(request, pk, kind):
    """What one kind of order asks, on one page."""
    found = order_kind(kind)
    if found is None:
        raise Http404
    programme = find_programme(request, pk)
    form = OrderForm(_posted(request), kind=found, programme=programme, chosen=request.GET.get("amends", ""))
    if order := _drafted(request, programme, form):
        warn(request, remarks_on(titled_texts(order), order.details))
        return redirect(order)
    return render(request, "reports/order_draft.html", {"kind": found, "programme": programme, "form": form})


@require_http_methods(READ)
@needs(Permission.PREPARE_ORDERS)
def prepare(request):
    """The order on pairs in two clicks: choose the programme when several have agreed pairs, then the pairs."""
    programmes = list(programmes_with_agreed_pairs(request.actor))
    programme = chosen_programme(request, programmes if len(programmes) == 1 else [])
    form = programme and OrderForm(_posted(request), kind=order_kind(PAIRING), programme=programme, is_short=True)
    if order := _drafted(request, programme, form):
        return redirect(order)
    if programme is None:
        cards = [{"programme": one, "url": f"{request.path}?programme={one.pk}"} for one in programmes]
        return render(request, "reports/order_prepare.html", {"programme": None, "cards": cards})
    return render(request, "reports/order_prepare.html", {"programme": programme, "form": form})


def _posted(request):
    return request.POST if request.method == "POST" else None


def _drafted(request, programme, form: OrderForm | None) -> Order | None:
    """What a POST of the form has made."""

    def prepare(form):
        told = form.subjects | form.series | {"request_key": form.cleaned_data["request_key"]}
        return services.prepare_order(actor=request.actor, programme=programme, kind=form.kind["code"], details=form.details, **told)

    return drafted(request, form, Order, prepare, DRAFTED) if request.method == "POST" else None
