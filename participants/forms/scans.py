from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import today
from mentoring.common.day_input import DayInput


class ScanForm(forms.Form):
    file = forms.FileField(
        label=_("Scan"),
        help_text=_("One sheet as a photograph (JPEG, PNG), or all sheets in one PDF, in any order and lying any way. Up to 64 MB."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
        error_messages={"empty": _("The file is empty. Choose another one.")},
    )
    given_on = forms.DateField(
        label=_("Date on the sheets"),
        widget=DayInput,
        initial=today,
        help_text=_("The consents are recorded with this date. Scan sheets with another date separately."),
    )
    looked = forms.BooleanField(
        label=_("I have looked at every sheet: it is filled in and signed"),
        error_messages={"required": _("Look at the sheets first: a page that is filed counts as a signed consent.")},
    )
