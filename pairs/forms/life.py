"""Forms of the steps in a pair's life: each names a day, the services carry the rules."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import today
from pairs.enums import Told
from pairs.forms.dates import DayInput
from pairs.reasons import reasons_by_way

DAY_ERRORS = {"required": _("Enter the day."), "invalid": _("Enter the day as 03.09.2026.")}


def day_field(label):
    return forms.DateField(label=label, widget=DayInput, initial=today, error_messages=DAY_ERRORS)


def note_field(label, *, required: bool, help_text=""):
    errors = {"required": _("Write a sentence: it stays in the story of the pair.")}
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, widget=widget, required=required, help_text=help_text, error_messages=errors, max_length=2000)


class StepForm(forms.Form):
    """What every step of a pair's page is given."""

    def __init__(self, *args, pair, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.pair, self.actor = pair, actor


class ToldForm(StepForm):
    told = forms.MultipleChoiceField(label=_("Who was told"), choices=Told, widget=forms.CheckboxSelectMultiple, required=False)


class SuspendForm(StepForm):
    on = day_field(_("Suspended from"))
    note = note_field(_("Reason of the pause"), required=True)


class ResumeForm(StepForm):
    on = day_field(_("Goes on from"))
    note = note_field(_("Remark"), required=False)


class ReopenForm(StepForm):
    on = day_field(_("Active again from"))
    note = note_field(_("Why it is opened again"), required=True)


class CompleteForm(ToldForm):
    on = day_field(_("Last day"))
    note = note_field(_("Result in a sentence"), required=False)
    field_order = ("on", "note", "told")


class EndForm(ToldForm):
    on = day_field(_("Last day"))
    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=lambda: [("", _("Choose the reason")), *reasons_by_way()],
        error_messages={"required": _("Choose the reason.")},
    )
    note = note_field(_("In your own words"), required=False, help_text=_("For another reason a sentence is needed."))
    field_order = ("on", "reason", "note", "told")
