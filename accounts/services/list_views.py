"""How a member looks at the lists: columns and saved filters. Nobody else's business, so the journal does not tell of them."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import ListView, Membership
from mentoring.common.refusal import Refusal

MOST_FILTERS = 20
LONGEST_QUERY = ListView._meta.get_field("query").max_length


@transaction.atomic
def choose_columns(*, actor: Membership, list_name: str, columns: list[str]) -> None:
    """Remember the columns of a list; none bring back the list's own choice."""
    ListView.objects.update_or_create(school=actor.school, membership=actor, list_name=list_name, title="", defaults={"columns": columns})


@transaction.atomic
def save_filter(*, actor: Membership, list_name: str, title: str, query: str) -> ListView:
    """Name the present filter and sorting of a list."""
    _lock(actor)
    own = ListView.objects.visible_to(actor).filter(list_name=list_name).exclude(title="")
    if not query or len(query) > LONGEST_QUERY:
        raise Refusal(_("There is no filter to save: narrow or sort the list first."))
    if own.count() >= MOST_FILTERS:
        raise Refusal(_("%(most)s filters are saved for this list already. Remove one that you do not need.") % {"most": MOST_FILTERS})
    title = _free_title(own, title)
    return ListView.objects.create(school=actor.school, membership=actor, list_name=list_name, title=title, query=query)


@transaction.atomic
def rename_filter(*, actor: Membership, saved: ListView, title: str) -> None:
    _lock(actor)
    locked = ListView.objects.visible_to(actor).get(pk=saved.pk)
    others = ListView.objects.visible_to(actor).filter(list_name=locked.list_name).exclude(pk=locked.pk)
    locked.title = _free_title(others, title)
    locked.save(update_fields=["title"])


def remove_filter(*, actor: Membership, saved: ListView) -> None:
    """Forget a saved filter; the rows of the list stay."""
    ListView.objects.visible_to(actor).filter(pk=saved.pk).exclude(title="").delete()


def _lock(actor: Membership) -> None:
    """The filters of one member are written one after another."""
    Membership.objects.select_for_update(of=("self",)).get(pk=actor.pk)


def _free_title(others, title: str) -> str:
    title = " ".join(title.split())
    longest = ListView._meta.get_field("title").max_length
    if not title or len(title) > longest:
        raise Refusal(_("Give the filter a name of at most %(most)s characters.") % {"most": longest})
    if any(other.title.casefold() == title.casefold() for other in others):
        raise Refusal(_("You have a filter “%(title)s” already. Choose another name.") % {"title": title})
    return title
