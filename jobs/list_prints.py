"""A long list printed by a job: the page of the list is asked again, with the rights that its reader has then."""

import uuid

from django.http import Http404, HttpRequest, QueryDict
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from accounts.access import check
from accounts.school_list import SchoolList
from jobs.models import Job
from jobs.services import start
from mentoring.common.refusal import Refusal

MOST_PRINTED = 3_000  # rows


def list_at(address: str, actor) -> SchoolList:
    """The list behind «/people/mentors/?class_name=7Б», its rows found. Raises `Http404` for any other address, `PermissionDenied`."""
    path, _mark, query = address.partition("?")
    try:
        match = resolve(path)
    except Resolver404 as fault:
        raise Http404 from fault
    view_class = getattr(match.func, "view_class", None)
    if view_class is None or not issubclass(view_class, SchoolList):
        raise Http404
    request = HttpRequest()
    request.method, request.path, request.GET = "GET", path, QueryDict(query)
    request.actor, request.resolver_match = actor, match
    check(request, view_class.permissions)
    page = view_class(**match.func.view_initkwargs)
    page.setup(request, *match.args, **match.kwargs)
    page.prepare()
    return page


def ask_for_print(*, actor, page: SchoolList) -> Job:
    """Print the rows of a page from `list_at`."""
    if page.rows.count() > MOST_PRINTED:
        words = _("A print holds at most %(most)s rows. Narrow the list with the filter, or take the workbook.")
        raise Refusal(words % {"most": MOST_PRINTED})
    title = _("Print of a list: %(title)s") % {"title": page.page_title}
    key = f"list-print-{actor.pk}-{uuid.uuid4().hex}"
    return start(actor=actor, kind="list_print", title=title[:200], dedupe_key=key, address=page.address.url(print=None, panel=None))
