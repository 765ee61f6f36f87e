"""The facts in which two entries differ, and which of them wins."""

from dataclasses import dataclass

from django.db import models

KEPT, LOST, BOTH = "kept", "lost", "both"
NEVER_CHOSEN = {"school", "search_key", "person", "programme", "user"}


@dataclass(frozen=True)
class FieldChoice:
    """`key` names the choice in a form; `kept` and `lost` are what a page shows; long texts may be kept both."""

    key: str
    name: str
    label: str
    kept: str
    lost: str
    default: str
    has_both: bool


def choices_of(kept: models.Model, lost: models.Model) -> list[FieldChoice]:
    """The fields whose values differ. An empty value yields of itself."""
    found = []
    for field in kept._meta.concrete_fields:
        one, other = getattr(kept, field.attname), getattr(lost, field.attname)
        if field.primary_key or field.name in NEVER_CHOSEN or one == other:
            continue
        key = f"{kept._meta.model_name}-{kept.pk}-{field.name}"
        has_both = isinstance(field, models.TextField) and bool(one) and bool(other)
        default = LOST if one in ("", None) else KEPT
        found.append(FieldChoice(key, field.name, str(field.verbose_name), shown(kept, field), shown(lost, field), default, has_both))
    return found


def shown(row: models.Model, field: models.Field) -> str:
    value = getattr(row, field.attname)
    if value in (None, ""):
        return ""
    if isinstance(field, models.DateField):
        return f"{value:%d.%m.%Y}"
    if isinstance(field, models.ForeignKey):
        return str(getattr(row, field.name))
    return str(getattr(row, f"get_{field.name}_display")()) if field.choices else str(value)


def winner(choice: FieldChoice, word: str, kept: models.Model, lost: models.Model):
    """The value under the attribute name of the column."""
    attname = kept._meta.get_field(choice.name).attname
    one, other = getattr(kept, attname), getattr(lost, attname)
    if word == BOTH and choice.has_both:
        return f"{one}\n{other}"
    return other if word == LOST else one


def plain(row: models.Model, attname: str):
    """A value for JSON; `restored` reads it back."""
    value = getattr(row, attname)
    return None if value is None else row._meta.get_field(attname).value_to_string(row)


def restored(model: type[models.Model], attname: str, text):
    return None if text is None else model._meta.get_field(attname).to_python(text)
