from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.clock import today
from pairs.enums import PairState
from pairs.forms import AgreementForm
from pairs.models import Pair
from pairs.services import record_agreements_of_pairs


@needs(Permission.MANAGE_PAIRS)
def agree_many(request):
    """Proposed pairs with tick boxes: a curator comes back from the round table with a stack of agreements of one day."""
    pairs = waiting_pairs(request.actor)
    chosen = set(request.POST.getlist("pairs"))
    form = AgreementForm(request.POST or None, people=())
    if request.method == "POST":
        if not chosen:
            form.add_error(None, _("Tick at least one pair."))
        if form.is_valid():
            ticked = [pair for pair in pairs if str(pair.pk) in chosen]
            _tell(request, record_agreements_of_pairs(actor=request.actor, pairs=ticked, given_on=form.cleaned_data["given_on"]))
            return redirect("pairs:agree_many")
    for pair in pairs:
        pair.ticked = str(pair.pk) in chosen
    return render(request, "pairs/agree_many.html", {"pairs": pairs, "form": form, "today": today()})


def waiting_pairs(actor) -> list[Pair]:
    """Proposed pairs of the actor, each with `lacking`: the people who have not agreed."""
    rows = Pair.objects.visible_to(actor).filter(state=PairState.PROPOSED)
    pairs = list(rows.with_names().prefetch_related("agreements").order_by("mentor__person__surname", "mentor__person__name", "pk"))
    for pair in pairs:
        given = {agreement.person_id for agreement in pair.agreements.all()}
        pair.lacking = [person for person in (pair.mentor.person, *pair.mentee_people) if person.pk not in given]
    return pairs


def _tell(request, result) -> None:
    if result.done:
        words = ngettext("%(count)s pair has agreed.", "%(count)s pairs have agreed.", result.done)
        messages.success(request, words % {"count": result.done})
    for pair, sentence in result.refused:
        messages.error(request, f"{pair}: {sentence}")
