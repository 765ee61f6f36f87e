from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import today
from mentoring.common.day_input import DayInput
from participants.enums import NEEDED_TO_PAIR, ConsentPurpose
from participants.forms.sheets import SheetForm


class ConsentForm(SheetForm):
    """A signed sheet that does not say itself what it is for."""

    purpose = forms.ChoiceField(label=_("Purpose"), choices=ConsentPurpose)

    field_order = ("purpose",)


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
