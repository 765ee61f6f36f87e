"""Everything that may hang on a row, read off the models: whoever adds a relation does not have to think of merging."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models

from participants.models import Person
from participants.models.records import ParticipantRecord


@dataclass(frozen=True)
class Relation:
    """A key of `model` that leads to the row; between-tables of many-to-many fields are models like others."""

    model: type[models.Model]
    field: models.ForeignKey

    def __str__(self):
        return f"{self.model._meta.label}.{self.field.name}"

    def rows(self, target: models.Model):
        return self.model._default_manager.filter(**{self.field.name: target.pk}).order_by("pk")

    def uniques(self) -> Iterator[tuple[tuple[str, ...], models.Q | None]]:
        """(names of the other fields, condition) of each rule by which two rows of one target exclude each other."""
        meta = self.model._meta
        sets = [
            (constraint.fields, constraint.condition) for constraint in meta.constraints if isinstance(constraint, models.UniqueConstraint)
        ]
        sets += [(fields, None) for fields in meta.unique_together]
        sets += [((self.field.name,), None)] if self.field.unique else []
        for fields, condition in sets:
            if self.field.name in fields:
                yield tuple(name for name in fields if name != self.field.name), condition


def relations_to(model: type[models.Model]) -> list[Relation]:
    """In a steady order; relations without a name of their own (`related_name="+"`) are among them."""
    found = [
        Relation(relation.related_model, relation.field)
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created and not relation.concrete and not relation.many_to_many
    ]
    return sorted(found, key=str)


def is_record(model: type[models.Model]) -> bool:
    return issubclass(model, ParticipantRecord)


def hung_on(person: Person) -> dict[str, list[int]]:
    """{relation: [pk]} of everything that hangs on a person and on the entries in the bases."""
    hung = {}
    for relation in relations_to(Person):
        rows = list(relation.rows(person))
        hung[str(relation)] = [row.pk for row in rows]
        if is_record(relation.model):
            for deeper in relations_to(relation.model):
                hung[str(deeper)] = [found.pk for row in rows for found in deeper.rows(row)]
    return {name: keys for name, keys in hung.items() if keys}
