"""The school's dictionary of topics: copied from the reference data, extended, renamed, switched off and on."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.refusal import Refusal
from participants.enums import TopicGroup
from participants.models import Topic
from participants.queries.topics import ready_topics
from participants.services.rows import check_row, lock_school, stripped
from programmes.services.dictionaries import school_dictionary


@school_dictionary
@transaction.atomic
def copy_topics(*, actor) -> None:
    """Bring what the school has not had yet; what it renamed or switched off stays so."""
    lock_school(actor)
    there = set(Topic.objects.exclude(code="").values_list("group", "code"))
    titles = set(Topic.objects.values_list("group", "title"))
    new = [
        Topic(school_id=actor.school_id, group=group, code=code, title=title, position=position)
        for position, (group, code, title) in enumerate(ready_topics(), 1)
        if (group, code) not in there and (group, title) not in titles
    ]
    Topic.objects.bulk_create(new)


@transaction.atomic
def add_topic(*, actor, group: str, title: str) -> Topic:
    """A word of the school's own."""
    actor.must(Permission.MANAGE_PEOPLE)
    lock_school(actor)
    topic = Topic(school_id=actor.school_id, group=group, position=len(ready_topics()) + 1)
    _name(topic, title)
    topic.save()
    record(actor, "topic.added", topic, group=str(TopicGroup(group).label))
    return topic


@transaction.atomic
def edit_topic(*, actor, topic: Topic, title: str, is_active: bool) -> None:
    """Rename it everywhere, switch it off or on; whoever has chosen it keeps it."""
    actor.must(Permission.MANAGE_PEOPLE)
    lock_school(actor)
    locked = Topic.objects.select_for_update(of=("self",)).get(pk=topic.pk)
    before = (locked.title, locked.is_active)
    _name(locked, title)
    locked.is_active = is_active
    if (locked.title, locked.is_active) != before:
        locked.save(update_fields=["title", "is_active"])
        record(actor, "topic.edited", locked, before=before[0], state="" if is_active else _("may not be chosen any more"))


def chosen_topics(keys: Iterable[int]) -> list[Topic]:
    """Rows of the keys. Raises `Refusal` when one is not in the school's dictionary."""
    wanted = set(keys)
    found = list(Topic.objects.filter(pk__in=wanted)) if wanted else []
    if len(found) != len(wanted):
        raise Refusal(_("A chosen topic is not in the dictionary any more. Choose anew."))
    return found


def _name(topic: Topic, title: str) -> None:
    topic.title = stripped({"title": title})["title"]
    check_row(topic, exclude=("school",))
    if Topic.objects.filter(group=topic.group, title__iexact=topic.title).exclude(pk=topic.pk).exists():
        raise Refusal(_("The dictionary already has the topic “%(title)s”.") % {"title": topic.title})
