from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import today
from reports.forms.days import day_field


class LinesOfSheet(forms.ModelMultipleChoiceField):
    def label_from_instance(self, line):
        return f"{line.name}, {line.post}" if line.post else line.name


class SheetForm(forms.Form):
    """Who has signed the printed sheet, and when."""

    lines = LinesOfSheet(
        label=_("Have signed the sheet"),
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    everybody = forms.BooleanField(label=_("Everybody below has signed"), required=False)
    on = day_field(_("Date"), initial=today)

    field_order = ("everybody", "lines", "on")

    def __init__(self, *args, order, **kwargs):
        super().__init__(*args, **kwargs)
        self.waiting = self.fields["lines"].queryset = order.acknowledgements.waiting()

    def clean(self):
        """One tick stands for all of them: a class signs one sheet."""
        told = super().clean()
        if told.get("everybody"):
            told["lines"] = self.waiting
        elif not told.get("lines"):
            self.add_error("lines", _("Tick the people who have signed the sheet."))
        return told
