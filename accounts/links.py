"""The door of pages that a personal link opens: the link takes the place of the sign-in."""

import zoneinfo
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django_scopes import scope

from accounts.models import PersonalLink, School
from accounts.services.links import note_opened, read_token


def personal_page(purpose: str):
    """Open `view(request, link, …)` to whoever holds a link of `purpose`, in the scope and time zone of its school.

    The address has `<str:token>`. A token that nobody signed is a 404; an expired or revoked link gets a page that says what to do.
    Whether the row behind `link.subject` still takes an answer is the view's question. Whoever is signed in acts as nobody here.
    """

    def decorate(view):
        @login_not_required
        @never_cache
        @wraps(view)
        def opened(request, token, **kwargs):
            school, key = _school_of(token, purpose)
            request.actor, request.memberships = None, []
            with scope(school=school), timezone.override(zoneinfo.ZoneInfo(school.time_zone)):
                link = PersonalLink.objects.filter(pk=key, purpose=purpose).first()
                if link is None:
                    raise Http404
                if not link.is_open:
                    return link_closed(request, school)
                note_opened(link)
                response = view(request, link, **kwargs)
                if hasattr(response, "render") and not response.is_rendered:
                    response = response.render()
            response.headers["X-Robots-Tag"] = "noindex"
            return response

        return opened

    return decorate


def link_closed(request, school: School):
    """What stood behind the link is over."""
    return render(request, "accounts/link_closed.html", {"school": school}, status=410)


def _school_of(token: str, purpose: str) -> tuple[School, int]:
    found = read_token(token, purpose)
    school = School.objects.filter(pk=found[0]).first() if found else None
    if school is None:
        raise Http404
    return school, found[1]
