import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import today
from mentoring.common.day_input import DayInput

LINK_TERM = datetime.timedelta(days=30)


class InvitationLinksForm(forms.Form):
    """Whose links are printed and how long they work."""

    class_name = forms.CharField(label=_("Class"), required=False, max_length=40, help_text=_("Empty: all classes."))
    expires_on = forms.DateField(label=_("The links work until"), widget=DayInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["expires_on"].initial = today() + LINK_TERM
