from django import forms
from django.utils.translation import gettext_lazy as _

from reports.enums import NameCase


class NameFormsForm(forms.Form):
    """A name or post and its cases; an empty case follows the rules."""

    nominative = forms.CharField(label=_("Name or post as it is written"), max_length=260)
    genitive = forms.CharField(label=NameCase.GENITIVE.label, max_length=260, required=False)
    dative = forms.CharField(label=NameCase.DATIVE.label, max_length=260, required=False)
    accusative = forms.CharField(label=NameCase.ACCUSATIVE.label, max_length=260, required=False)
    instrumental = forms.CharField(label=NameCase.INSTRUMENTAL.label, max_length=260, required=False)

    @property
    def cases(self) -> dict:
        return {case.value: self.cleaned_data[case.value].strip() for case in NameCase}
