from django.shortcuts import render

from accounts.access import needs
from accounts.permissions import Permission
from participants.models import Person

MOST = 50


@needs(*Permission)
def search(request):
    """People by part of a name, among those whom the reader may see."""
    q = request.GET.get("q", "").strip()
    rows = (
        Person.objects.visible_to(request.actor).named_like(q).prefetch_related("mentorrecords", "menteerecords")
        if q
        else Person.objects.none()
    )
    found = list(rows[: MOST + 1])
    sees_people = request.actor.may(Permission.VIEW_PEOPLE) or request.actor.may(Permission.VIEW_CLASS)
    context = {"q": q, "people": found[:MOST], "more": len(found) > MOST, "sees_people": sees_people}
    context["may_merge"] = request.actor.may(Permission.MANAGE_PEOPLE)
    return render(request, "participants/search.html", context)
