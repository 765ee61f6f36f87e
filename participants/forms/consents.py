from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import today
from mentoring.common.day_input import DayInput
from participants.enums import NEEDED_TO_PAIR, ConsentPurpose


class ConsentForm(forms.Form):
    """A signed sheet of one person."""

    purpose = forms.ChoiceField(label=_("Purpose"), choices=ConsentPurpose)
    given_on = forms.DateField(label=_("Date on the sheet"), widget=DayInput, initial=today)
    signer = forms.ChoiceField(label=_("Signed by"), required=False)

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        guardians = list(person.guardians.all()) if person.is_minor else []
        self.fields["signer"].choices = [(guardian.full_name, guardian.full_name) for guardian in guardians]
        if not guardians:
            del self.fields["signer"]


class ManyConsentsForm(forms.Form):
    """Signed sheets of many people with one date."""

    purposes = forms.MultipleChoiceField(
        label=_("Signed sheets"),
        choices=ConsentPurpose,
        widget=forms.CheckboxSelectMultiple,
        initial=list(NEEDED_TO_PAIR),
        error_messages={"required": _("Tick which sheets are signed.")},
    )
    given_on = forms.DateField(label=_("Date on the sheets"), widget=DayInput, initial=today)


class WithdrawalForm(forms.Form):
    withdrawn_on = forms.DateField(label=_("Date of the withdrawal"), widget=DayInput, initial=today)
