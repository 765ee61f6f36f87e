"""Choosing topics of the dictionary."""

from django import forms
from django.utils.translation import gettext_lazy as _

from participants.enums import ABOUT_HELP, TopicGroup
from participants.queries.topics import topic_choices


class TopicsField(forms.TypedMultipleChoiceField):
    """Ticks, under the headings of their groups when there are several; gives keys."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, groups, **kwargs):
        self.groups = groups
        super().__init__(coerce=int, required=False, **kwargs)

    def offer(self, chosen=frozenset()) -> bool:
        """Load the choices of the open school; a chosen topic stays though it was switched off. False when there are none."""
        self.choices = topic_choices(self.groups, chosen=chosen)
        self.initial = sorted(chosen)
        return bool(self.choices)


class TopicFields(forms.Form):
    """The three questions to the dictionary; a school without topics of a kind is not asked about it."""

    help_topics = TopicsField(groups=ABOUT_HELP, label=_("Topics"))
    interest_topics = TopicsField(groups=(TopicGroup.INTEREST,), label=_("Interests"))
    trait_topics = TopicsField(groups=(TopicGroup.TRAIT,), label=_("What a mentor is like"))

    def offer_topics(self, chosen=frozenset()) -> None:
        for name in TOPIC_FIELDS:
            if not self.fields[name].offer(chosen):
                del self.fields[name]


TOPIC_FIELDS = ("help_topics", "interest_topics", "trait_topics")


def gathered_topics(words: dict) -> list[int]:
    """The keys of all ticks in cleaned data."""
    return [key for name in TOPIC_FIELDS for key in words.get(name, ())]


class TopicForm(forms.Form):
    """A word of the dictionary; of a known one the group stays."""

    group = forms.ChoiceField(label=_("Group"), choices=TopicGroup)
    title = forms.CharField(label=_("Topic"), max_length=80)
    is_active = forms.BooleanField(
        label=_("May be chosen"), required=False, help_text=_("Whoever has chosen it keeps it when it is switched off.")
    )

    def __init__(self, *args, known: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["group" if known else "is_active"]
