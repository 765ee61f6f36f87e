from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import today
from mentoring.common.day_input import DayInput
from participants.enums import ContractEnd, ContractKind
from participants.models import MentorContract

FIELDS = ("content", "form", "starts_on", "ends_on", "payment", "base_number", "base_date")
OF_A_TEACHER = ("payment", "base_number", "base_date")


class ContractForm(forms.ModelForm):
    """Words of a draft; a mentor from outside has no pay and no employment contract."""

    class Meta:
        model = MentorContract
        fields = FIELDS
        labels = {"starts_on": _("In force from"), "ends_on": _("In force until")}
        widgets = {"starts_on": DayInput, "ends_on": DayInput, "base_date": DayInput, "content": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, kind: str, **kwargs):
        super().__init__(*args, **kwargs)
        if kind == ContractKind.COOPERATION:
            for name in OF_A_TEACHER:
                del self.fields[name]
        else:
            self.fields["payment"].widget = forms.Textarea(attrs={"rows": 2})

    def facts(self) -> dict:
        return dict(self.cleaned_data)


class SignForm(forms.Form):
    number = forms.CharField(label=_("Number"), max_length=20)
    signed_on = forms.DateField(label=_("Date of the signatures"), widget=DayInput, initial=today)


class EndForm(forms.Form):
    ended_by = forms.ChoiceField(label=_("At whose wish"), choices=ContractEnd)
    notice_on = forms.DateField(label=_("Notice given on"), widget=DayInput, initial=today)
    ended_on = forms.DateField(label=_("Last day"), widget=DayInput)
