"""Fields of a list's filter: the same markup as crispy's, choices written in Python because a template for each option is slow."""

from crispy_forms.templatetags.crispy_forms_filters import as_crispy_field
from django import forms, template
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join

register = template.Library()


@register.simple_tag
def filter_field(field):
    """Write label and widget of a bound field; anything but a faultless select is left to crispy."""
    if type(field.field.widget) is not forms.Select or field.errors:
        return as_crispy_field(field)
    attributes = field.field.widget.attrs | {"name": field.html_name, "id": field.id_for_label, "class": "select form-select"}
    return format_html(
        '<div class="mb-3"><label for="{}" class="form-label">{}</label><select{}>{}</select></div>',
        field.id_for_label,
        field.label,
        flatatt(attributes),
        _options(field.field.choices, "" if field.value() is None else str(field.value())),
    )


def _options(choices, chosen: str):
    return format_html_join("", '<option value="{}"{}>{}</option>', ((value, _selected(value, chosen), label) for value, label in choices))


def _selected(value, chosen: str):
    return flatatt({"selected": str(value) == chosen})
