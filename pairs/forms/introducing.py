from django import forms

from mentoring.common.day_input import DayInput
from pairs.forms.life import DAY_ERRORS
from pairs.models import Introduction


class IntroductionForm(forms.ModelForm):
    """What both sides said after one meeting."""

    met_on = forms.DateField(
        label=Introduction._meta.get_field("met_on").verbose_name, widget=DayInput, required=False, error_messages=DAY_ERRORS
    )

    class Meta:
        model = Introduction
        fields = ("met_on", "mentee_says", "mentor_says")

    @property
    def cleaned_words(self) -> dict:
        """What `record_introduction` asks for."""
        return {name: self.cleaned_data[name] for name in self._meta.fields}


IntroductionFormSet = forms.modelformset_factory(Introduction, form=IntroductionForm, extra=0, max_num=3, absolute_max=3)
