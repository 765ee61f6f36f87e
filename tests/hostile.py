"""Words that people should not be able to do harm with, written into every text of a school (T-18, T-19, T-22)."""

import re

from django.apps import apps
from django.db import IntegrityError, models, transaction

from tests.mentoring.common.papers.test_fetcher import ADDRESSES, PLACES

ROOMS = ("accounts", "jobs", "programmes", "participants", "pairs", "monitoring", "reports")
# Texts of the program itself: codes, digests, steps, and what a rule of the field keeps from being a sentence.
CODES = {
    *("code", "digest", "sha256", "request_id", "dedupe_key", "kind", "list_name", "query", "content_type", "check_code", "series"),
    *("time_zone", "inn", "ogrn", "password", "username", "search_key", "pair", "base", "field"),
    *("text_version", "text_sha256", "version", "template_version", "preset", "preset_version", "template", "form_code", "recurrence"),
    *("step", "source", "target", "engine", "weighting", "inputs_hash", "first_hash", "finish_reason", "subject_type"),
}
WRITTEN_BY_THE_HOUSE = {"AuditEvent", "AuditHead", "PersonalLink", "WorkerHeartbeat"}
CODES_OF_ONE_MODEL = {
    ("PairTransition", "reason"),
    ("Job", "error"),
    ("Merge", "steps"),
    ("Merge", "hung"),
}  # rows as they were, to be put back
LONG = 300  # characters of a long text; all words stand somewhere
HUMAN = re.compile("[А-Яа-яЁё]")


def vectors(port: int) -> list[str]:
    """All the addresses, each in another place of a document."""
    places = [*PLACES.values()]
    return [places[turn % len(places)].format(address.format(port=port)) for turn, address in enumerate(ADDRESSES)]


class Spoiler:
    """Writes `words` into texts, as many as fit, going on where the last text ended; each text begins with one of `starts`."""

    def __init__(self, words: list[str], *, starts: list[str] = (), turn: int = 0):
        self.words, self.starts, self.turn, self.places = words, list(starts), turn, 0

    def school(self) -> None:
        """Every text of every row, past the services: nothing of what they would refuse is left out."""
        for room in ROOMS:
            for model in apps.get_app_config(room).get_models():
                if model.__name__ not in WRITTEN_BY_THE_HOUSE:
                    self.rows_of(model)

    def rows_of(self, model) -> None:
        fields = [field for field in model._meta.local_concrete_fields if is_human(model, field)]
        for row in model._base_manager.all() if fields else ():
            told = [field for field in fields if getattr(row, field.name)]
            try:
                self.write(row, fields)
            except IntegrityError:  # a rule of the table says which texts stay empty for now
                self.write(row, told)

    @transaction.atomic
    def write(self, row, fields) -> None:
        changed = {field.name: self.value(field, getattr(row, field.name)) for field in fields}
        type(row)._base_manager.filter(pk=row.pk).update(**changed)

    def value(self, field, old):
        if isinstance(field, models.JSONField):
            return self.inside(old)
        return self.text(min(field.max_length or LONG, LONG))

    def inside(self, told):
        """The same JSON with its sentences spoilt; keys, codes and days stay."""
        if isinstance(told, dict):
            return {key: self.inside(value) for key, value in told.items()}
        if isinstance(told, list):
            return [self.inside(value) for value in told]
        return self.text(200) if isinstance(told, str) and HUMAN.search(told) else told

    def text(self, limit: int) -> str:
        """One of `starts`, then as many of the next words as fit."""
        self.places += 1
        chosen = [self.starts[self.places % len(self.starts)]] if self.starts else []
        length = sum(map(len, chosen))
        for step in range(len(self.words)):
            word = self.words[(self.turn + step) % len(self.words)]
            if length + len(word) < limit:
                chosen.append(word)
                length += len(word) + 1
        self.turn += max(1, len(chosen) - len(self.starts[:1]))
        return " ".join(chosen)[:limit]


def is_human(model, field) -> bool:
    if field.name in CODES or (model.__name__, field.name) in CODES_OF_ONE_MODEL or field.choices:
        return False
    return isinstance(field, models.CharField | models.TextField | models.JSONField)
