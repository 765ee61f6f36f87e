from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal, offer_undo
from participants.models import Merge, Person
from participants.queries.twins import FACTS, suspected_twins, twins_of
from participants.services import MergePlan, doubt_apart, merge_people, tell_apart, undo_merge

PAIRS_SHOWN, MERGES_SHOWN, FOUND_SHOWN = 50, 20, 30


@needs(Permission.MANAGE_PEOPLE)
def twins(request):
    """People who may be entered twice, and the latest merges."""
    shown, total = suspected_twins(PAIRS_SHOWN)
    merges = Merge.objects.visible_to(request.actor).in_force().select_related("kept", "merged_by__user")[:MERGES_SHOWN]
    return render(request, "participants/twins.html", {"twins": shown, "total": total, "merges": merges})


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def apart(request, pk, other_pk):
    one, other = _two(request, pk, other_pk)
    with answer_refusal(request):
        tell_apart(actor=request.actor, one=one, other=other)
        sentence = _("%(one)s and %(other)s are two people; nobody asks again.") % {"one": one.short_name, "other": other.short_name}
        offer_undo(request, sentence, reverse("participants:ask_again", args=[pk, other_pk]))
    return redirect("participants:twins")


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def ask_again(request, pk, other_pk):
    """It was said by mistake that these are two people."""
    one, other = _two(request, pk, other_pk)
    doubt_apart(actor=request.actor, one=one, other=other)
    return redirect("participants:twins")


@needs(Permission.MANAGE_PEOPLE)
def choose(request, pk):
    """Whose entry is the same as this one?"""
    found = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    q = request.GET.get("q", "").strip()
    suspects = twins_of({name: getattr(found, name) for name in FACTS}, but=found.pk)
    people = Person.objects.visible_to(request.actor).named_like(q).exclude(pk=found.pk)[:FOUND_SHOWN] if q else []
    return render(request, "participants/merge_choose.html", {"person": found, "q": q, "suspects": suspects, "people": people})


@needs(Permission.MANAGE_PEOPLE)
def merge(request, pk, other_pk):
    """The preview: which value wins, what moves, what stands in the way."""
    kept, lost = _two(request, pk, other_pk)
    plan = MergePlan(kept, lost)
    fields = [field for joint in plan.joints() for field in joint.fields]
    if request.method == "POST":
        choices = {field.key: request.POST.get(field.key, field.default) for field in fields}
        try:
            done = merge_people(actor=request.actor, kept=kept, lost=lost, choices=choices)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
        else:
            sentence = _("The entry of %(name)s is merged with this one.") % {"name": done.lost_name}
            offer_undo(request, sentence, reverse("participants:merge_undo", args=[done.pk]))
            return redirect(kept)
    context = {"kept": kept, "lost": lost, "plan": plan, "joints": plan.joints(), "moves": sorted(plan.counts.items())}
    return render(request, "participants/merge.html", context)


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def undo(request, pk):
    found = get_object_or_404(Merge.objects.visible_to(request.actor), pk=pk)
    with answer_refusal(request):
        person = undo_merge(actor=request.actor, merge=found)
        messages.success(request, _("Undone: %(name)s has an entry of its own again.") % {"name": person.full_name})
        return redirect(person)
    return redirect("participants:twins")


def _two(request, pk, other_pk) -> tuple[Person, Person]:
    people = Person.objects.visible_to(request.actor).select_related("user")
    return get_object_or_404(people, pk=pk), get_object_or_404(people, pk=other_pk)
