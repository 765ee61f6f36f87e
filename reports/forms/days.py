"""A day in the forms of papers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.day_input import DayInput


def day_field(label, **kwargs) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput, error_messages={"invalid": _("Enter the day as 03.09.2026.")}, **kwargs)
