"""The actor of a request: one membership, its school's scope and its school's time zone."""

import zoneinfo

from django.utils import timezone
from django_scopes import scope

from accounts.actor_facts import ACTOR_FACTS
from accounts.models import Membership

SESSION_KEY = "membership"


def find_actor(request) -> tuple[Membership | None, list[Membership]]:
    """Return the chosen membership and all active ones. A membership that ended is lost on the next request."""
    if not request.user.is_authenticated:
        return None, []
    facts = {name: fact() for name, fact in ACTOR_FACTS.items()}
    memberships = list(Membership.objects.active().with_names().filter(user=request.user).annotate(**facts))
    chosen = request.session.get(SESSION_KEY)
    actor = next((membership for membership in memberships if membership.pk == chosen), None)
    return actor or next(iter(memberships), None), memberships


class ActorMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.actor, request.memberships = find_actor(request)
        if request.actor is None:
            return self.get_response(request)
        school = request.actor.school
        with scope(school=school), timezone.override(zoneinfo.ZoneInfo(school.time_zone)):
            response = self.get_response(request)
            if hasattr(response, "render") and not response.is_rendered:
                response = response.render()  # lazy querysets of the template belong to this scope
        return response
