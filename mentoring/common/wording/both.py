"""What a colleague has saved beside what was typed, field by field."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils.formats import date_format


def both_versions(*forms_of_both: tuple[forms.Form, forms.Form]) -> list[dict]:
    """Each tuple is a form with the colleague's values and the same form as it was filled in; only what differs is told."""
    rows = []
    for theirs, yours in forms_of_both:
        for name in (name for name, field in yours.fields.items() if not field.widget.is_hidden and name in theirs.fields):
            told = _words(theirs[name]), _words(yours[name])
            if told[0] != told[1]:
                rows.append({"label": yours[name].label, "theirs": told[0], "yours": told[1]})
    return rows


def _words(bound) -> str:
    try:
        value = bound.field.clean(bound.value())
    except ValidationError:
        value = bound.value() or ""
    if isinstance(value, list | QuerySet):
        return "\n".join(_word(bound.field, one) for one in value)
    return _word(bound.field, value)


def _word(field, value) -> str:
    if isinstance(value, Model):
        return field.label_from_instance(value)
    if hasattr(value, "isoformat"):
        return date_format(value)
    choices = dict(field.choices) if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField) else {}
    return "" if value is None else str(choices.get(value, value))
