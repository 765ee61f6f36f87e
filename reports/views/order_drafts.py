"""Drafting an order of any kind and editing it until it is sent."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.numbers import number_of
from programmes.models import Programme
from reports import services
from reports.forms import DetailsForm, WordingForm
from reports.models import Order
from reports.presenters.wording import kind_cards, listed_placeholders, remarks_on
from reports.queries.documents import finished_paper
from reports.queries.order_cases import HeardForms
from reports.queries.order_facts import order_facts
from reports.queries.order_texts import approved_kind, order_kind, order_texts
from reports.views.comparing import saved
from reports.views.drafting import drafted, warn
from reports.views.finding import find_programme
from reports.views.orders import find_order

READ = ("GET", "HEAD", "POST")
DRAFTED = _("The draft is ready. Read it and send it to the director.")


@require_safe
@needs(Permission.PREPARE_ORDERS)
def kinds(request):
    """All kinds of orders in the order of a school year, for one programme."""
    programmes = list(Programme.objects.visible_to(request.actor).select_related("year"))
    programme = _chosen(request, programmes)
    context = {"programmes": programmes, "programme": programme, "cards": kind_cards(programme) if programme else []}
    return render(request, "reports/order_kinds.html", context)


@require_http_methods(READ)
@needs(Permission.PREPARE_ORDERS)
def draft(request, pk, kind):
    found = order_kind(kind)
    if found is None:
        raise Http404
    programme = find_programme(request, pk)
    data = request.POST if request.method == "POST" else None
    form = DetailsForm(data, kind=found, programme=programme, chosen=request.GET.get("amends", ""))

    def prepare(form):
        told = form.subjects | form.series | {"request_key": form.cleaned_data["request_key"]}
        return services.prepare_order(actor=request.actor, programme=programme, kind=kind, details=form.details, **told)

    if request.method == "POST" and (order := drafted(request, form, Order, prepare, DRAFTED)):
        warn(request, remarks_on(_texts(order), order.details))
        return redirect(order)
    return render(request, "reports/order_draft.html", {"kind": found, "programme": programme, "form": form})


@require_http_methods(READ)
@needs(Permission.PREPARE_ORDERS)
def edit(request, pk):
    """Facts and wording of a draft on one page; misprints in the requisites of acts are told at once. Two versions are compared."""
    order = find_order(request, pk)
    data = request.POST if request.method == "POST" else None
    if data is None and not order.is_open:
        messages.error(
            request, _("The order is with the director or in force: its text cannot change. Ask for its return or prepare a new one.")
        )
        return redirect(order)
    told, wording = _forms(order, data, chosen=request.GET.get("amends", ""))

    def save():
        facts = {"texts": wording.texts, "details": told.details, "subjects": told.subjects, **told.series}
        services.edit_order(actor=request.actor, order=order, version=wording.seen, **facts)

    is_saved, both = saved((told, wording), save, lambda: _forms(find_order(request, pk)))
    if is_saved:
        messages.success(request, _("The draft is saved."))
        warn(request, remarks_on(wording.texts, told.details))
        return redirect(order)
    forms = HeardForms()
    context = {
        "order": order,
        "declined": forms.printed_in(order_facts(order, forms)),
        "told": told,
        "wording": wording,
        "both": both,
        "remarks": remarks_on(wording.texts if wording.is_valid() else wording.shown, order.details),
        "placeholders": listed_placeholders(wording.shown),
    }
    return render(request, "reports/order_edit.html", context, status=409 if both else 200)


def _forms(order, data=None, chosen: str = "") -> tuple[DetailsForm, WordingForm]:
    told = DetailsForm(data, kind=order_kind(order.kind), programme=order.programme, order=order, chosen=chosen)
    is_taken = finished_paper(order.programme, approved_kind(order.kind)) is not None
    return told, WordingForm(data, texts=_texts(order), version=order.version, is_taken=is_taken)


def _texts(order) -> dict:
    return {**order_texts(order), "title": order.title}


def _chosen(request, programmes: list[Programme]) -> Programme | None:
    """The programme of the address, else the newest."""
    if wanted := request.GET.get("programme"):
        return get_object_or_404(Programme.objects.visible_to(request.actor), pk=number_of(wanted))
    return programmes[0] if programmes else None
