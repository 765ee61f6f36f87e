from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mentoring.common.day_input import DayInput
from mentoring.common.prose import ProseInput
from pairs.forms.life import DAY_ERRORS, note_field


class AskForm(forms.Form):
    """A request in the words of the person; a mentor names the last day, which leaves the days of notice."""

    note = note_field(_("Why"), required=True, help_text=_("Only the curators of the programme read this."))
    last_day = forms.DateField(label=_("My last day"), widget=DayInput, error_messages=DAY_ERRORS)

    def __init__(self, *args, first_day=None, **kwargs):
        super().__init__(*args, **kwargs)
        if first_day is None:
            del self.fields["last_day"]
            return
        self.fields["last_day"].initial = first_day
        self.fields["last_day"].help_text = gettext("%(day)s or later: the school needs time to find another mentor.") % {
            "day": date_format(first_day)
        }


class AnswerForm(forms.Form):
    answer = ProseInput(required=False)
