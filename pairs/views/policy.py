from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from pairs.fitting.codes import OPTIONAL
from pairs.forms.coupling import CouplingForms
from pairs.forms.policy import PolicyForm
from pairs.forms.proposing import role_models_of
from pairs.queries.setting import policy_of
from pairs.services import choose_policy
from pairs.weightings import weightings
from participants.models import MenteeRecord, MentorRecord
from programmes.models import Programme


@needs(Permission.MANAGE_PAIRS)
def policy(request, pk):
    """What a programme looks for in a pair. `?weighting=` fills in a ready set of weights."""
    programme = get_object_or_404(Programme.objects.visible_to(request.actor), pk=pk)
    current = policy_of(programme)
    role_models = role_models_of(programme)
    mentees = MenteeRecord.objects.filter(programme=programme).present().with_person().order_by("person__search_key")
    taken = request.GET.get("weighting", "")
    form = PolicyForm(request.POST or None, initial=_initial(current, taken), role_models=role_models, mentees=mentees)
    mentors = MentorRecord.objects.filter(programme=programme).present().with_person().order_by("person__search_key")
    coupling = CouplingForms(request.POST or None, policy=current, mentees=mentees, mentors=mentors)
    if request.method == "POST" and not coupling.is_valid():
        form.add_error(None, _("Something is wrong in the rows of small groups or of mentors who take only a group."))
    if request.method == "POST" and form.is_valid():
        try:
            choose_policy(actor=request.actor, programme=programme, **form.choice(), **coupling.choice())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Saved. The next run counts by these conditions; earlier runs keep theirs."))
            return redirect("pairs:policy", programme.pk)
    context = {"programme": programme, "policy": current, "form": form, "coupling": coupling, "weightings": weightings(), "taken": taken}
    return render(request, "pairs/policy.html", context)


def _initial(current, weighting: str) -> dict:
    ready = next((one.levels for one in weightings() if one.code == weighting), current.levels)
    levels = {f"level_{code}": level for code, level in ready.items()}
    return levels | {
        "rules": [code.value for code in OPTIONAL if code not in current.rules_off],
        "role_models": current.role_models,
        "first": current.first,
    }
