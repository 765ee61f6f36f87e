"""Bulk edit: choose a field, give the value, look at what would happen, confirm, undo."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from accounts.school_list import list_at
from mentoring.common.lists.address import ListAddress
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal
from participants.bulk_fields import FIELDS
from participants.enums import BulkState, BulkVerdict
from participants.forms.bulk import BulkValueForm
from participants.models import BulkChange
from participants.queries.bulk import field_of, verdict_counts
from participants.services import make_bulk_change, propose_bulk_change, undo_bulk_change

PAGE_SIZE = 50


@needs(Permission.MANAGE_PEOPLE)
def bulk_edit(request, base):
    """The rows come as the list sends them: `row` keys, or `all` with the filter."""
    if base not in FIELDS:
        raise Http404
    page = list_at(f"{reverse(f'participants:{base}')}?{request.GET.urlencode()}", request.actor)
    if not request.GET.get("all") and page.address.picked() is None:
        messages.info(request, _("Pick the rows first: tick them in the list, or tick “all rows”."))
        return redirect(page.address.url(field=None))
    chosen = FIELDS[base].get(request.GET.get("field", ""))
    context = {
        "page": page,
        "total": page.rows.count(),
        "fields": FIELDS[base].values(),
        "chosen": chosen,
        "kept": [(name, value) for name, values in request.GET.lists() for value in values if name != "field"],
        "back": page.address.url(field=None, row=None, all=None),
        "fields_url": ListAddress(request.path, request.GET).url(field=None),
    }
    if chosen is None:
        return render(request, "participants/bulk_field.html", context)
    form = BulkValueForm(request.POST or None, chosen=chosen)
    if request.method == "POST" and form.is_valid():
        keys = page.rows.order_by().values_list("pk", flat=True)
        try:
            change = propose_bulk_change(actor=request.actor, base=base, rows=keys, field=chosen.code, value=form.cleaned_data["value"])
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect(change)
    return render(request, "participants/bulk_value.html", context | {"form": form})


@require_safe
@needs(Permission.MANAGE_PEOPLE)
def bulk_change(request, pk):
    """Before: the preview with the button that makes it; afterwards: what happened, with the button that undoes it."""
    change = _change(request, pk)
    chosen = field_of(change)
    page = Paginator(change.rows.select_related("person").order_by("person__search_key", "pk"), PAGE_SIZE).get_page(request.GET.get("page"))
    counts = verdict_counts(change)
    context = {
        "change": change,
        "chosen": chosen,
        "value": chosen.words(change.value),
        "counts": [{"verdict": verdict, "label": verdict.label, "count": count} for verdict, count in counts],
        "will_change": dict(counts).get(BulkVerdict.CHANGE, 0),
        "is_proposed": change.state == BulkState.PROPOSED,
        "may_undo": change.state == BulkState.MADE and BulkVerdict.CHANGED in dict(counts),
        "rows": [{"row": row, "old": chosen.words(row.old)} for row in page],
        "page_obj": page,
        "total": page.paginator.count,
        "back": reverse(f"participants:{change.base}"),
    }
    return render(request, "participants/bulk_change.html", context)


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def bulk_make(request, pk):
    change = _change(request, pk)
    with answer_refusal(request):
        made = make_bulk_change(actor=request.actor, change=change)
        count = dict(verdict_counts(made)).get(BulkVerdict.CHANGED, 0)
        messages.success(request, ngettext("%(count)s row is changed.", "%(count)s rows are changed.", count) % {"count": count})
    return redirect(change)


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def bulk_undo(request, pk):
    change = _change(request, pk)
    with answer_refusal(request):
        undone = undo_bulk_change(actor=request.actor, change=change)
        count = dict(verdict_counts(undone)).get(BulkVerdict.RESTORED, 0)
        words = ngettext("%(count)s row has its former value back.", "%(count)s rows have their former value back.", count)
        messages.success(request, words % {"count": count})
    return redirect(change)


def _change(request, pk) -> BulkChange:
    return get_object_or_404(BulkChange.objects.visible_to(request.actor).select_related("made_by__user"), pk=pk)
