from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import today
from mentoring.common.day_input import DayInput
from mentoring.common.prose import ProseInput
from participants.enums import Gate
from participants.models import TrainingSession

PASSED = (("yes", _("may be paired")), ("no", _("may not be paired yet")))


class GatesForm(forms.Form):
    """What a pair of the programme needs beside the consents."""

    gates = forms.MultipleChoiceField(
        label=_("Before a pair we ask for"),
        choices=Gate,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("The certificate is asked of mentors from outside the school; the interview and the School of mentors of all mentors."),
    )


class GateForm(forms.Form):
    """A mark of one gate: its fields follow what the gate is."""

    held_on = forms.DateField(label=_("Date"), widget=DayInput, initial=today)
    passed = forms.ChoiceField(label=_("Result"), choices=PASSED, initial="yes")
    number = forms.CharField(label=_("Number of the certificate"), max_length=60)
    valid_until = forms.DateField(
        label=_("Valid until"), widget=DayInput, required=False, help_text=_("When the school asks for a new one; empty: for good.")
    )
    note = ProseInput(label=_("Notes"), rows=4, required=False)
    file = forms.FileField(
        label=_("Scan or photograph"),
        required=False,
        help_text=_("PDF, JPEG or PNG up to 20 MB. Who records conditions may open it, nobody else."),
    )

    def __init__(self, *args, gate: str, **kwargs):
        super().__init__(*args, **kwargs)
        if gate != Gate.INTERVIEW:
            del self.fields["passed"]
        if gate == Gate.SCREENING:
            self.fields["held_on"].label = _("Date of the certificate")
            del self.fields["note"]
        else:
            del self.fields["number"], self.fields["valid_until"]
        if gate == Gate.INTERVIEW:
            self.fields["note"].help_text = _("Staff alone read it. What does not help to find a pair does not belong here.")

    def facts(self) -> dict:
        """What `record_gate` takes."""
        words = self.cleaned_data
        return words | {"passed": words.get("passed", "yes") == "yes"}


class SessionForm(forms.ModelForm):
    class Meta:
        model = TrainingSession
        fields = ("title", "held_on")
        widgets = {"held_on": DayInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["held_on"].initial = today
