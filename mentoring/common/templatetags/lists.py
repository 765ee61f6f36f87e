"""Fields of a list's filter: the same markup as crispy's, written in Python because a template for each field and option is slow."""

from crispy_forms.templatetags.crispy_forms_filters import as_crispy_field
from django import forms, template
from django.forms.utils import flatatt
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag
def filter_field(field):
    """Write label and widget of a bound field; anything but a faultless text or select is left to crispy."""
    kind = type(field.field.widget)
    if field.errors or kind not in {forms.TextInput, forms.Select}:
        return as_crispy_field(field)
    value = "" if field.value() is None else str(field.value())
    attributes = field.field.widget.attrs | {"name": field.html_name, "id": field.id_for_label}
    write = _text if kind is forms.TextInput else _select
    label = format_html('<label for="{}" class="form-label">{}</label>', field.id_for_label, field.label)
    return format_html('<div class="mb-3">{}{}</div>', label, write(field.field, attributes, value))


def _text(field, attributes, value: str):
    return format_html("<input{}>", flatatt(attributes | {"type": "text", "value": value, "class": "textinput form-control"}))


def _select(field, attributes, value: str):
    # A school's dictionaries make a hundred options; format_html for each took a sixth of the page's time.
    options = [
        f'<option value="{conditional_escape(key)}"{" selected" if str(key) == value else ""}>{conditional_escape(label)}</option>'
        for key, label in field.choices
    ]
    return format_html("<select{}>{}</select>", flatatt(attributes | {"class": "select form-select"}), mark_safe("".join(options)))
