"""Signing several orders: tick them in the list, read each on the check page, sign all with one button."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.addresses import site_address
from mentoring.common.numbers import number_of
from mentoring.common.wording.digests import digest_of
from reports import services
from reports.documents.order import order_preview
from reports.models import Order
from reports.presenters import effects
from reports.queries.order_facts import order_facts

MOST = 60
SIGNED = "orders_signed"  # in the session: key and refusal of each


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SIGN_ORDERS)
def sign_list(request):
    """GET: the orders that wait, each as it will print and with what it changes. POST: sign the ticked ones."""
    if request.method == "POST":
        chosen = set(map(number_of, request.POST.getlist("order")))
        if None in chosen:
            raise Http404
        found = list(Order.objects.visible_to(request.actor).with_people().filter(pk__in=chosen).order_by("pk"))
        if len(found) < len(chosen):  # another school's order is as one that is not there
            raise Http404
        read = {order.pk: request.POST.get(f"read-{order.pk}", "") for order in found}
        results = services.sign_orders(actor=request.actor, orders=found, read=read, site=site_address(request))
        if results:
            request.session[SIGNED] = [[one.order.pk, one.refusal] for one in results]
            return redirect("reports:orders_signed")
    waiting = Order.objects.visible_to(request.actor).waiting_for_signature().not_written_by(request.actor)
    rows = waiting.with_people().with_subjects().select_related("school", "programme__year", "amends").order_by("pk")[:MOST]
    lacking = effects.lacking(rows)
    context = {
        "entries": [_entry(order, lacking[order.pk]) for order in rows],
        "total": waiting.count(),
        "nothing_chosen": request.method == "POST",
    }
    return render(request, "reports/orders_sign.html", context)


@require_safe
@needs(Permission.SIGN_ORDERS)
def signed_list(request):
    """What came of the list that was signed last; the page may be loaded again, it signs nothing."""
    refusals = dict(request.session.get(SIGNED, ()))
    orders = Order.objects.visible_to(request.actor).filter(pk__in=refusals).order_by("pk")
    results = [{"order": order, "refusal": refusals[order.pk]} for order in orders]
    if not results:
        return redirect("reports:orders_sign")
    return render(request, "reports/orders_signed.html", {"results": results, "signed": sum(not one["refusal"] for one in results)})


def _entry(order: Order, lacking: list[str]) -> dict:
    facts = order_facts(order)
    return {
        "order": order,
        "effect": effects.effect(order),
        "lacking": lacking,
        "read": digest_of(facts),
        "preview": order_preview(order, facts),
    }
