"""A merge made by a test, and all that it may touch."""

from pairs.models import Pair
from participants.models import (
    Attendance,
    Consent,
    EntryAnswers,
    Kinship,
    MenteeRecord,
    MentorRecord,
    Merge,
    Person,
)
from participants.services import merge_people


def key_of(kept, name):
    return f"{kept._meta.model_name}-{kept.pk}-{name}"


def merged(curator, kept, lost, **words) -> Merge:
    choices = {key_of(kept, name): word for name, word in words.items()}
    return merge_people(actor=curator, kept=kept, lost=lost, choices=choices)


def everything() -> dict:
    """All that a merge may touch, row by row."""
    models = (Person, MentorRecord, MenteeRecord, Consent, Attendance, Kinship, EntryAnswers, Pair)
    return {model.__name__: sorted(map(str, model.objects.values_list())) for model in models}
