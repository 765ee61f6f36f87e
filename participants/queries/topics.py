"""The dictionary of topics and the languages, for choices."""

from functools import cache

from django.db.models import Count

from mentoring.common.reference import load
from participants.enums import TopicGroup
from participants.models import Topic

FILE = "participants/texts/topics.toml"


def topic_choices(groups, *, chosen=()) -> list[tuple]:
    """Choices (key, title) by group; a topic that was switched off is there only if it is among the keys `chosen`."""
    by_group = {group: [] for group in groups}
    for topic in Topic.objects.filter(group__in=groups):
        if topic.is_active or topic.pk in chosen:
            by_group[TopicGroup(topic.group)].append((topic.pk, topic.title))
    found = [(group.label, choices) for group, choices in by_group.items() if choices]
    return found if len(groups) > 1 else [choice for _label, choices in found for choice in choices]


def dictionary() -> list[dict]:
    """Groups in order, each with its topics; a topic knows how many `mentors` and `mentees` have chosen it."""
    mentors, mentees = Count("mentorrecords", distinct=True), Count("menteerecords", distinct=True)
    topics = list(Topic.objects.annotate(mentors=mentors, mentees=mentees))
    groups = [{"label": group.label, "topics": [topic for topic in topics if topic.group == group]} for group in TopicGroup]
    return [group for group in groups if group["topics"]]


def ready_topics() -> list[tuple[TopicGroup, str, str]]:
    """Group, code and title of every topic of the reference data, in order."""
    return [(TopicGroup(group["code"]), topic["code"], topic["title"]) for group in load(FILE)["group"] for topic in group["topics"]]


@cache
def language_choices() -> tuple[tuple[str, str], ...]:
    return tuple((language["code"], language["title"]) for language in load(FILE)["language"])


def language_words(codes) -> str:
    titles = dict(language_choices())
    return ", ".join(titles[code] for code in codes if code in titles)
