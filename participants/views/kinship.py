"""Relatives of a person: found by a part of the name, recorded and removed by a button."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.numbers import number_of
from mentoring.common.responses import answer_refusal, offer_undo
from participants.models import Kinship, Person
from participants.services import record_kinship, remove_kinship

MOST_FOUND = 20


@needs(Permission.MANAGE_PEOPLE)
def kin(request, pk):
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    if request.method == "POST":
        relative = get_object_or_404(Person.objects.visible_to(request.actor), pk=number_of(request.POST.get("relative")))
        with answer_refusal(request):
            record_kinship(actor=request.actor, person=person, relative=relative)
            words = {"one": person.short_name, "other": relative.short_name}
            messages.success(request, _("%(one)s and %(other)s are relatives: they will not be proposed as a pair.") % words)
        return redirect(person)
    q = request.GET.get("q", "").strip()
    found = Person.objects.visible_to(request.actor).named_like(q).exclude(pk=pk)[:MOST_FOUND] if q else []
    return render(request, "participants/kin.html", {"person": person, "q": q, "found": found})


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def kin_remove(request, pk, kinship_pk):
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    kinship = get_object_or_404(Kinship.objects.visible_to(request.actor).of(person), pk=kinship_pk)
    relative = kinship.other_than(person)
    remove_kinship(actor=request.actor, kinship=kinship)
    sentence = _("%(one)s and %(other)s are relatives no more.") % {"one": person.short_name, "other": relative.short_name}
    offer_undo(request, sentence, reverse("participants:kin", args=[person.pk]), relative=relative.pk)
    return redirect(person)
