"""The lists of a school: a `ListPage` behind a permission that remembers how its reader looks at it."""

from django.http import Http404, HttpRequest, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from accounts.access import NeedsPermission, check
from accounts.models import ListView
from accounts.services.list_views import choose_columns, remove_filter, rename_filter, save_filter
from mentoring.common.lists import ListPage, Remembered, SavedFilter
from mentoring.common.lists.address import ListAddress
from mentoring.common.numbers import number_of
from mentoring.common.responses import answer_refusal, offer_undo


class SchoolList(NeedsPermission, ListPage):
    """The panels of the list post to its own address; `step` names the act."""

    remembers = True

    @property
    def list_name(self) -> str:
        return self.request.resolver_match.view_name

    def recall(self) -> Remembered:
        rows = list(ListView.objects.visible_to(self.request.actor).filter(list_name=self.list_name))
        columns = next((row.columns for row in rows if not row.title), ())
        return Remembered(columns, [SavedFilter(row.pk, row.title, row.query) for row in rows if row.title])

    def get_letterhead(self) -> str:
        return self.request.actor.school.full_name

    def post(self, request, *args, **kwargs):
        name = request.POST.get("step")
        steps = {"columns": self._choose, "usual": self._forget, "save": self._save, "rename": self._rename, "remove": self._remove}
        if name not in steps:
            raise Http404
        address = ListAddress(request.path, request.GET)
        with answer_refusal(request):
            steps[name](address)
        return redirect(address.url(panel=None if name in ("columns", "usual") else "filters"))

    def _choose(self, address: ListAddress) -> None:
        wanted = self.request.POST.getlist("column")
        names = [column.name for column in self.columns if column.name in wanted]
        choose_columns(actor=self.request.actor, list_name=self.list_name, columns=names)

    def _forget(self, address: ListAddress) -> None:
        choose_columns(actor=self.request.actor, list_name=self.list_name, columns=[])

    def _save(self, address: ListAddress) -> None:
        title = self.request.POST.get("title", "")
        save_filter(actor=self.request.actor, list_name=self.list_name, title=title, query=address.lasting)

    def _rename(self, address: ListAddress) -> None:
        rename_filter(actor=self.request.actor, saved=self._saved(), title=self.request.POST.get("title", ""))

    def _remove(self, address: ListAddress) -> None:
        saved = self._saved()
        remove_filter(actor=self.request.actor, saved=saved)
        sentence = _("The filter “%(title)s” is removed.") % {"title": saved.title}
        offer_undo(self.request, sentence, f"{address.path}?{saved.query}", step="save", title=saved.title)

    def _saved(self) -> ListView:
        """The filter that the form names, of this member and this list."""
        own = ListView.objects.visible_to(self.request.actor).filter(list_name=self.list_name).exclude(title="")
        return get_object_or_404(own, pk=number_of(self.request.POST.get("filter")))


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
