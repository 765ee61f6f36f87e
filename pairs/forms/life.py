"""Forms of the steps in a pair's life: each names a day, the services carry the rules."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mentoring.common.clock import today
from mentoring.common.day_input import DayInput
from mentoring.common.prose import ProseInput
from pairs.enums import Told
from pairs.queries.candidates import free_mentors
from pairs.reasons import reasons_by_way

DAY_ERRORS = {"required": _("Enter the day."), "invalid": _("Enter the day as 03.09.2026.")}


def day_field(label):
    return forms.DateField(label=label, widget=DayInput, initial=today, error_messages=DAY_ERRORS)


def note_field(label, *, required: bool, help_text=""):
    errors = {"required": _("Write a sentence: it stays in the story of the pair.")}
    return ProseInput(label=label, required=required, help_text=help_text, error_messages=errors)


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


class ReplaceForm(ToldForm):
    mentor = forms.ModelChoiceField(
        label=_("New mentor"), queryset=None, empty_label=_("Choose the mentor"), error_messages={"required": _("Choose the mentor.")}
    )
    on = day_field(_("Works from"))
    note = note_field(_("Why the mentor is replaced"), required=True)
    field_order = ("mentor", "on", "note", "told")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        free = free_mentors(self.pair.programme).exclude(pk=self.pair.mentor_id)
        kinds = self.pair.form.mentor_kinds
        field = self.fields["mentor"]
        field.queryset = free.filter(person__kind__in=kinds) if kinds else free
        field.label_from_instance = mentor_with_places
        if not field.queryset.exists():
            field.help_text = _("No mentor of this form has a free place.")


def mentor_with_places(mentor) -> str:
    places = ngettext("%(count)s place", "%(count)s places", mentor.places_left) % {"count": mentor.places_left}
    return ", ".join(word for word in (mentor.person.full_name, mentor.person.place, places) if word)


class EndForm(ToldForm):
    on = day_field(_("Last day"))
    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=lambda: [("", _("Choose the reason")), *reasons_by_way()],
        error_messages={"required": _("Choose the reason.")},
    )
    note = note_field(_("In your own words"), required=False, help_text=_("For another reason a sentence is needed."))
    field_order = ("on", "reason", "note", "told")
