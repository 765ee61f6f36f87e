from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal
from pairs.forms import AgreementForm, AmendForm
from pairs.models import Amendment, Pair
from pairs.queries.amendments import changed_terms
from pairs.queries.sides import people_of
from pairs.services import agree_to_amendment, drop_amendment, propose_amendment
from pairs.services.amending import StalePair


@needs(Permission.MANAGE_PAIRS)
def amend(request, pk):
    """Ask for new terms. When a colleague was quicker, show both versions and keep what was typed."""
    pair = get_object_or_404(Pair.objects.visible_to(request.actor).with_names(), pk=pk)
    form = AmendForm(request.POST or None, pair=pair)
    both = []
    if request.method == "POST" and form.is_valid():
        try:
            propose_amendment(actor=request.actor, pair=pair, **form.cleaned_data)
        except StalePair as refusal:
            both = both_versions(pair, form.cleaned_data)
            form.data = form.data.copy()
            form.data["version"] = pair.version
            form.add_error(None, refusal.sentence)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The change is proposed. It comes into force when every side has agreed."))
            return redirect(pair)
    return render(request, "pairs/amend.html", {"pair": pair, "form": form, "both": both}, status=409 if both else 200)


def both_versions(pair, typed) -> list[dict]:
    """The colleague's terms (those of the change that waits, else those in force) beside the typed ones."""
    waiting = pair.amendments.waiting().with_terms().first()
    theirs = waiting or pair
    rows = [
        (_("Last day"), date_format(theirs.ends_on), date_format(typed["ends_on"])),
        (_("Role model"), theirs.role_model.title, typed["role_model"].title),
        (_("Kind"), theirs.kind.title, typed["kind"].title),
    ]
    if waiting is not None:
        rows.append((_("Why it is changed"), waiting.note, typed["note"]))
    return [{"label": label, "theirs": theirs_word, "yours": yours, "differs": theirs_word != yours} for label, theirs_word, yours in rows]


@require_POST
@needs(Permission.MANAGE_PAIRS)
def amend_agree(request, pk):
    """One side agreed to the change, or, without a person, everybody."""
    pair, amendment = _waiting(request, pk)
    form = AgreementForm(request.POST, people=people_of(pair))
    if not form.is_valid():
        for sentence in (text for errors in form.errors.values() for text in errors):
            messages.error(request, sentence)
        return redirect(pair)
    people = [form.chosen_person] if form.chosen_person else people_of(pair)
    facts = {"given_on": form.cleaned_data["given_on"], "given_by": form.cleaned_data["given_by"]}
    with answer_refusal(request):
        agree_to_amendment(actor=request.actor, amendment=amendment, people=people, **facts)
        messages.success(request, _("Agreement to the change recorded."))
    return redirect(pair)


@require_POST
@needs(Permission.MANAGE_PAIRS)
def amend_drop(request, pk):
    pair, amendment = _waiting(request, pk)
    with answer_refusal(request):
        drop_amendment(actor=request.actor, amendment=amendment)
        messages.success(request, _("The change is dropped, the present terms stay."))
    return redirect(pair)


def _waiting(request, pk) -> tuple[Pair, Amendment]:
    """The pair and its newest change: a late click is answered by the service."""
    pair = get_object_or_404(Pair.objects.visible_to(request.actor).with_names(), pk=pk)
    return pair, get_object_or_404(pair.amendments.order_by("-pk")[:1])


def amendment_card(pair) -> dict | None:
    """What the page of the pair says of a change that waits."""
    amendment = pair.amendments.waiting().with_terms().prefetch_related("agreements").first()
    return amendment and {"amendment": amendment, "terms": changed_terms(amendment)}
