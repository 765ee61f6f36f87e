from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.day_input import DayInput
from participants.models import Person
from participants.queries.topics import language_choices

PERSON_FIELDS = (
    "surname",
    "name",
    "patronymic",
    "kind",
    "birth_date",
    "class_name",
    "post",
    "subject",
    "experience_years",
    "category",
    "class_led",
    "shift",
    "languages",
    "phone",
    "email",
)


class PersonForm(forms.ModelForm):
    """Words of a person; whether they are allowed is the service's to say."""

    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        required=False,
        choices=language_choices,
        widget=forms.SelectMultiple(attrs={"data-search": ""}),
        help_text=_("Those that the person can work in, when it matters; without a tick nobody is left out for the language."),
    )

    class Meta:
        model = Person
        fields = PERSON_FIELDS
        widgets = {"birth_date": DayInput}
        help_texts = {
            "birth_date": _("Tells namesakes apart and decides who signs the consents."),
            "class_name": _("Of a pupil or student, for example 7Б."),
            "class_led": _("Of an adult, for example 7Б."),
            "shift": _("Of a pupil, when the school works in two shifts."),
            "post": _("Of an adult, for example: teacher of mathematics."),
        }

    def facts(self) -> dict:
        """Fields of the person as `add_person` takes them."""
        return {name: self.cleaned_data[name] for name in PERSON_FIELDS}
