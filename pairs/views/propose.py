from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View

from accounts.access import NeedsPermission
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from pairs.forms import ProposeForm
from pairs.queries.candidates import waiting_mentees
from pairs.queries.proposing import candidates, default_terms, pick_programme
from pairs.queries.warnings import warnings_of
from pairs.services import propose_pair
from programmes.models import Programme

TERMS = ("programme", "form", "role_model", "kind", "starts_on", "ends_on", "mentor_q", "mentee_q")
PEOPLE = ("mentor", "mentees")


class ProposePage(NeedsPermission, View):
    """A pair by hand: who is free on the left, who waits on the right."""

    permissions = (Permission.MANAGE_PAIRS,)

    def get(self, request):
        programme = self.find_programme(request.GET)
        if programme is None:
            return render(request, "pairs/propose_nothing.html")
        terms = default_terms(programme, request.GET)
        people = {"mentor": request.GET.get("mentor"), "mentees": request.GET.getlist("mentees")}
        return self.show(programme, ProposeForm(initial=terms | people, programme=programme), request.GET)

    def post(self, request):
        if request.POST.get("action") == "show":
            return redirect(f"{request.path}?{urlencode(_kept(request.POST, *TERMS, *PEOPLE), doseq=True)}")
        programme = self.find_programme(request.POST)
        if programme is None:
            raise Http404
        form = ProposeForm(request.POST, programme=programme)
        if form.is_valid():
            try:
                pair = propose_pair(actor=request.actor, programme=programme, **form.cleaned_data)
            except Refusal as refusal:
                form.add_error(None, refusal.sentence)
            else:
                _tell(request, programme, pair)
                return redirect(f"{request.path}?{urlencode(_kept(request.POST, *TERMS), doseq=True)}")
        return self.show(programme, form, request.POST)

    def find_programme(self, data):
        """The one that was asked for, else the newest; somebody else's is a 404."""
        return pick_programme(Programme.objects.visible_to(self.request.actor), data.get("programme"))

    def show(self, programme, form, data):
        context = candidates(programme, form, data)
        context |= {"form": form, "programme": programme, "programmes": Programme.objects.visible_to(self.request.actor)}
        return render(self.request, "pairs/propose.html", context)


def _kept(data, *names) -> list:
    return [(name, data.getlist(name)) for name in names if any(data.getlist(name))]


def _tell(request, programme, pair) -> None:
    left = waiting_mentees(programme).count()
    done = _("The pair “%(pair)s” is proposed.") % {"pair": pair}
    some = ngettext("%(left)s mentee still waits.", "%(left)s mentees still wait.", left) % {"left": left}
    rest = some if left else _("Nobody waits any more.")
    messages.success(request, f"{done} {rest}")
    for sentence in warnings_of(pair):
        messages.warning(request, sentence)
