"""The school's forms, role models and kinds: what a new pair may choose from."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal
from programmes.forms import EntryForm
from programmes.models import Form, Kind, RoleModel
from programmes.services import add_entry, copy_dictionaries, switch_entry

NOUNS = {"form": Form, "role_model": RoleModel, "kind": Kind}


@needs(Permission.MANAGE_PROGRAMMES)
def dictionaries(request):
    """Every entry with its switch, and a form for one of the school's own."""
    school_forms = list(Form.objects.prefetch_related(Prefetch("role_models", RoleModel.objects.order_by("position", "pk"))))
    form = EntryForm(request.POST or None, school_forms=school_forms)
    if request.method == "POST" and form.is_valid():
        try:
            entry = add_entry(actor=request.actor, **form.facts())
        except Refusal as refusal:
            form.add_error("title", refusal.sentence)
        else:
            messages.success(request, _("“%(entry)s” may be chosen now.") % {"entry": entry})
            return redirect("programmes:dictionaries")
    return render(request, "programmes/dictionaries.html", {"form": form, "school_forms": school_forms, "kinds": Kind.objects.all()})


@require_POST
@needs(Permission.MANAGE_PROGRAMMES)
def dictionaries_fill(request):
    copy_dictionaries(actor=request.actor)
    return redirect("programmes:dictionaries")


@require_POST
@needs(Permission.MANAGE_PROGRAMMES)
def entry_switch(request, noun, pk):
    if noun not in NOUNS:
        raise Http404
    entry = get_object_or_404(NOUNS[noun], pk=pk)
    with answer_refusal(request):
        switch_entry(actor=request.actor, entry=entry, is_active=request.POST.get("is_active") == "on")
    return redirect("programmes:dictionaries")
