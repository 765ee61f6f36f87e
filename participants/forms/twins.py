from django import forms
from django.utils.translation import gettext as _

from mentoring.common.numbers import number_of
from participants.models import Person

NOT_SAME = "not_same"


def ask_about(form: forms.Form, twins: list[tuple[Person, list[str]]]) -> None:
    """Put the question on top of a form that was just refused: is it somebody else than these?"""
    choices = [(person.pk, f"{person.full_name}, {person.place or person.get_kind_display()}") for person, _signs in twins]
    field = forms.MultipleChoiceField(
        label=_("This is somebody else than"), choices=choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    form.fields = {NOT_SAME: field} | form.fields


def told_not_same(data) -> list[int]:
    """The keys that were ticked."""
    return [key for key in map(number_of, data.getlist(NOT_SAME)) if key is not None]
