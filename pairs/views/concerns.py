"""Confidential signals: a child sends one, the person named for it looks into it. Nobody else finds a page here."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from accounts.school_list import SchoolList
from mentoring.common.lists import Action, Empty
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal
from pairs import services
from pairs.filters import ConcernFilter
from pairs.forms.concerns import CloseForm, HandOverForm, NoteForm, RaiseForm
from pairs.helpline import helpline
from pairs.lists import CONCERN_COLUMNS
from pairs.models import Concern, Pair
from pairs.queries.concerns import leads_for, may_raise, other_pairs_of_mentor


class ConcernList(SchoolList):
    permissions = (Permission.RECEIVE_CONCERNS,)
    filterset_class = ConcernFilter
    columns = CONCERN_COLUMNS
    page_title = gettext_lazy("Signals")
    page_lead = gettext_lazy("What children and mentors have told you in confidence. Nobody else at school sees this list.")
    default_order = ("-state", "-raised_at")

    def get_queryset(self):
        return Concern.objects.visible_to(self.request.actor).with_people()

    def get_actions(self):
        if not self.request.actor.may(Permission.OVERSEE_CONCERNS):
            return []
        return [Action(gettext_lazy("Who receives signals"), reverse("pairs:leads"), "person-check")]

    def get_empty(self):
        return Empty(gettext_lazy("No signal has been sent to you."), icon="shield-check")

    def row_url(self, row):
        return reverse("pairs:concern", args=[row.pk])


@needs(Permission.VIEW_OWN_PAIRS, Permission.RECEIVE_CONCERNS)
def raise_concern(request, pk):
    pair = get_object_or_404(Pair.objects.visible_to(request.actor).with_names(), pk=pk)
    if not may_raise(pair, request.actor):
        raise PermissionDenied
    form = RaiseForm(request.POST or None, pair=pair, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            concern = services.raise_concern(actor=request.actor, pair=pair, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Your message is with %(person)s.") % {"person": concern.lead.user.get_full_name()})
            return redirect(pair)
    return render(request, "pairs/concern_raise.html", {"pair": pair, "form": form, "nobody": not leads_for(pair), "helpline": helpline()})


@needs(Permission.RECEIVE_CONCERNS)
def concern(request, pk):
    row = _visible(request, pk)
    services.open_record(actor=request.actor, concern=row)
    return _page(request, row)


@require_POST
@needs(Permission.RECEIVE_CONCERNS)
def note(request, pk):
    row, form = _visible(request, pk), NoteForm(request.POST)
    if form.is_valid():
        with answer_refusal(request):
            services.note_concern(actor=request.actor, concern=row, text=form.cleaned_data["text"])
            messages.success(request, _("The note is kept."))
    return redirect("pairs:concern", pk)


@require_POST
@needs(Permission.RECEIVE_CONCERNS)
def hold(request, pk, pair_pk):
    row = _visible(request, pk)
    pair = get_object_or_404(Pair.objects.filter(mentor__person_id=row.pair.mentor.person_id).with_names(), pk=pair_pk)
    with answer_refusal(request):
        services.hold_pair(actor=request.actor, concern=row, pair=pair)
        messages.success(request, _("The meetings of this pair are stopped: %(pair)s.") % {"pair": pair})
    return redirect("pairs:concern", pk)


@require_POST
@needs(Permission.RECEIVE_CONCERNS)
def hand_over(request, pk):
    row = _visible(request, pk)
    form = HandOverForm(request.POST, concern=row)
    if not form.is_valid():
        return _page(request, row, hand_over_form=form)
    with answer_refusal(request):
        services.hand_over_concern(actor=request.actor, concern=row, lead=form.cleaned_data["lead"])
        messages.success(request, _("The signal is handed over."))
    return redirect("pairs:concerns")


@require_POST
@needs(Permission.RECEIVE_CONCERNS)
def close(request, pk):
    row, form = _visible(request, pk), CloseForm(request.POST, auto_id="close-%s")
    if not form.is_valid():
        return _page(request, row, close_form=form)
    with answer_refusal(request):
        services.close_concern(actor=request.actor, concern=row, **form.cleaned_data)
        messages.success(request, _("The signal is closed."))
    return redirect("pairs:concern", pk)


def _visible(request, pk) -> Concern:
    return get_object_or_404(Concern.objects.visible_to(request.actor).with_people().select_related("raised_by__user"), pk=pk)


def _page(request, row, **forms):
    held = set(row.held_pairs.values_list("pk", flat=True))
    context = {
        "concern": row,
        "is_held": row.pair_id in held,
        "others": [{"pair": pair, "held": pair.pk in held} for pair in other_pairs_of_mentor(row)],
        "notes": row.notes.select_related("by__user"),
        "readings": row.readings.select_related("by__user")[:20],
        "note_form": NoteForm(),
        "hand_over_form": HandOverForm(concern=row),
        "close_form": CloseForm(auto_id="close-%s"),
    }
    return render(request, "pairs/concern.html", context | forms)
