from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.day_input import DayInput
from participants.enums import SignerBasis
from participants.models import Guardian, Person

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
    "phone",
    "email",
)
BASES = ((SignerBasis.PARENT, SignerBasis.PARENT.label), (SignerBasis.GUARDIAN, SignerBasis.GUARDIAN.label))


class PersonForm(forms.ModelForm):
    """Words of a person; whether they are allowed is the service's to say."""

    class Meta:
        model = Person
        fields = PERSON_FIELDS
        widgets = {"birth_date": DayInput}
        help_texts = {
            "birth_date": _("Tells namesakes apart and decides who signs the consents."),
            "class_name": _("Of a pupil or student, for example 7Б."),
            "post": _("Of an adult, for example: teacher of mathematics."),
        }

    def facts(self) -> dict:
        """Fields of the person as `add_person` takes them."""
        return {name: self.cleaned_data[name] for name in PERSON_FIELDS}


class GuardianForm(forms.ModelForm):
    basis = forms.ChoiceField(label=_("Basis of the rights"), choices=BASES)

    class Meta:
        model = Guardian
        fields = ("full_name", "basis", "phone")
