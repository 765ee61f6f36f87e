import uuid

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mentoring.common.clock import today
from mentoring.common.day_input import DayInput
from mentoring.common.prose import ProseInput
from pairs.enums import MeetingMode, MeetingType

USUAL_LENGTHS = (30, 45, 60, 90)


class MeetingForm(forms.Form):
    """Everything is filled in; a mentor taps a topic and saves."""

    form_key = forms.UUIDField(widget=forms.HiddenInput)
    topic = forms.CharField(label=_("What was it about?"), max_length=200, widget=forms.RadioSelect, required=False)  # chips may have moved
    own_topic = forms.CharField(label=_("Another topic"), max_length=200, required=False)
    attended = forms.MultipleChoiceField(label=_("Who came?"), widget=forms.CheckboxSelectMultiple, required=False)
    held_on = forms.DateField(
        label=_("Day"),
        widget=DayInput,
        error_messages={"required": _("Enter the day of the meeting."), "invalid": _("Enter the day as 03.09.2026.")},
    )
    minutes = forms.IntegerField(
        label=_("Minutes"), min_value=1, max_value=480, widget=forms.NumberInput(attrs={"inputmode": "numeric", "list": "lengths"})
    )
    mode = forms.ChoiceField(label=_("Mode"), choices=MeetingMode, widget=forms.RadioSelect)
    type = forms.ChoiceField(label=_("Type"), choices=MeetingType)
    result = ProseInput(label=_("Result"), rows=2, required=False)
    next_step = ProseInput(label=_("Next step"), rows=2, required=False)

    def __init__(self, *args, pair_defaults, mentees, **kwargs):
        defaults = {"form_key": uuid.uuid4, "held_on": today, "attended": [str(one.pk) for one in mentees]}
        super().__init__(*args, initial=defaults | {key: pair_defaults[key] for key in ("type", "minutes", "mode")}, **kwargs)
        self.mentees = {str(one.pk): one for one in mentees}
        self.fields["topic"].widget.choices = [(topic, topic) for topic in pair_defaults["topics"]]
        self.fields["attended"].choices = [(key, one.full_name) for key, one in self.mentees.items()]
        if len(self.mentees) < 2:
            del self.fields["attended"]

    def clean_topic(self):
        """A topic that was written by hand goes before the tapped one."""
        return self.data.get("own_topic", "").strip() or self.cleaned_data["topic"]

    def details(self):
        """Fields that are right already, folded away."""
        return [self[name] for name in ("held_on", "minutes", "mode", "type")]

    def summary(self) -> dict:
        """The same fields in words, for the folded line."""
        minutes = self["minutes"].initial
        return {
            "day": date_format(self["held_on"].initial, "MONTH_DAY_FORMAT"),
            "length": ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes},
            "mode": MeetingMode(self["mode"].initial).label,
            "type": MeetingType(self["type"].initial).label,
        }

    def facts(self) -> dict:
        """What the service asks for."""
        facts = {key: value for key, value in self.cleaned_data.items() if key not in {"own_topic", "attended"}}
        if "attended" in self.fields:
            facts["attended"] = [self.mentees[key] for key in self.cleaned_data["attended"]]
        return facts
