from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.day_input import DayInput


class AgreementForm(forms.Form):
    """Who agreed and when; `person` is left out when everybody agreed on that day."""

    person = forms.ChoiceField(required=False)
    given_on = forms.DateField(
        label=_("Date"),
        widget=DayInput,
        error_messages={"required": _("Enter the day of the agreement."), "invalid": _("Enter the day as 03.09.2026.")},
    )
    given_by = forms.CharField(required=False, max_length=200)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.fields["person"].choices = [(key, key) for key in self.people]

    @property
    def chosen_person(self):
        return self.people.get(self.cleaned_data["person"])
