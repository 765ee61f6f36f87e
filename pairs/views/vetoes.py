"""Vetoes of a programme: who must not be paired with whom. Reasons are shown one at a time, and each showing is written down."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from pairs.forms.wishes import VetoForm
from pairs.models import Veto
from pairs.services import lift_veto, read_veto_reason, set_veto
from participants.models import MenteeRecord, MentorRecord
from programmes.models import Programme


@needs(Permission.VETO_PAIRS)
def vetoes(request, pk):
    programme = get_object_or_404(Programme.objects.visible_to(request.actor), pk=pk)
    form = _form(programme, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            set_veto(actor=request.actor, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The veto is in force: the matching keeps the two apart."))
            return redirect("pairs:vetoes", programme.pk)
    return _page(request, programme, form)


@require_POST
@needs(Permission.VETO_PAIRS)
def veto_reason(request, pk):
    """The list once more, with this reason opened."""
    veto = get_object_or_404(Veto.objects.visible_to(request.actor).with_names(), pk=pk)
    reason = read_veto_reason(actor=request.actor, veto=veto)
    programme = veto.mentee.programme
    return _page(request, programme, _form(programme), opened=veto.pk, reason=reason)


@require_POST
@needs(Permission.VETO_PAIRS)
def veto_lift(request, pk):
    veto = get_object_or_404(Veto.objects.visible_to(request.actor).select_related("mentee"), pk=pk)
    lift_veto(actor=request.actor, veto=veto)
    messages.success(request, _("The veto is lifted."))
    return redirect("pairs:vetoes", veto.mentee.programme_id)


def _form(programme, data=None) -> VetoForm:
    mentees, mentors = (model.objects.filter(programme=programme).present().with_person() for model in (MenteeRecord, MentorRecord))
    return VetoForm(data, mentees=mentees, mentors=mentors)


def _page(request, programme, form, **opened):
    rows = Veto.objects.visible_to(request.actor).filter(mentee__programme=programme).with_names()
    return render(request, "pairs/wishes/vetoes.html", {"programme": programme, "form": form, "rows": rows, **opened})
