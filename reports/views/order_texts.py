"""What a school words itself, its wording of each kind of order, and names in cases."""

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.wording.editing import edited_wording
from reports import services
from reports.forms import NameFormsForm, WordingForm
from reports.models import NameForms
from reports.presenters.names import name_cards
from reports.presenters.worded_kinds import worded_kinds
from reports.presenters.wording import listed_placeholders, remarks_on
from reports.queries.drafted_names import drafted_names, in_all_cases
from reports.queries.name_cases import SchoolForms
from reports.queries.order_texts import order_kind, school_texts, template_texts

READ = ("GET", "HEAD", "POST")
NAMES_ON_A_PAGE = 30


@require_safe
@needs(Permission.PREPARE_ORDERS)
def texts(request):
    return render(request, "reports/order_texts.html", {"groups": worded_kinds(request.actor)})


@require_http_methods(READ)
@needs(Permission.PREPARE_ORDERS)
def text(request, kind):
    found = find_kind(kind)

    def keep(form):
        services.keep_school_texts(actor=request.actor, kind=kind, texts=form.texts, version=form.seen)

    form, both, is_kept, _is_looked_at = edited_wording(request, WordingForm, partial(school_texts, kind), keep=keep)
    if is_kept:
        messages.success(request, _("The wording is saved. New orders of this kind read so."))
        return redirect("reports:order_text", kind)
    current = school_texts(kind) if both else form.shown
    context = {
        "kind": found,
        "form": form,
        "both": both,
        "differs": current != template_texts(kind),
        "remarks": remarks_on(current),
        "placeholders": listed_placeholders(current),
    }
    return render(request, "reports/order_text.html", context, status=409 if both else 200)


@require_POST
@needs(Permission.PREPARE_ORDERS)
def reset(request, kind):
    find_kind(kind)
    services.keep_school_texts(actor=request.actor, kind=kind, texts=template_texts(kind))
    messages.success(request, _("The wording is that of Tandem again."))
    return redirect("reports:order_text", kind)


@require_http_methods(READ)
@needs(Permission.PREPARE_ORDERS)
def names(request):
    """How the names of open orders read in cases, and any that is typed; what reads wrong is written here once."""
    wanted, search = (request.GET.get(name, "").strip()[:260] for name in ("name", "search"))
    forms = SchoolForms()
    shown = {"nominative": wanted} | in_all_cases(wanted, forms) if wanted else {}
    form = NameFormsForm(request.POST if request.method == "POST" else None, initial=shown)
    if request.method == "POST" and form.is_valid():
        services.keep_name_forms(actor=request.actor, nominative=form.cleaned_data["nominative"], cases=form.cases)
        kept = _("The cases are saved. Drafts read so at once.")
        messages.success(request, kept if any(form.cases.values()) else _("The name follows the rules again."))
        return redirect("reports:names")
    page = Paginator(drafted_names(request.actor.school_id, forms, search), NAMES_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "wanted": wanted, "search": search, "page": page, "rows": NameForms.objects.all()}
    return render(request, "reports/names.html", context | {"readings": name_cards(page.object_list, forms)})


def find_kind(code: str) -> dict:
    found = order_kind(code)
    if found is None:
        raise Http404
    return found
