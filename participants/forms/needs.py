from django import forms
from django.utils.translation import gettext_lazy as _

from participants.enums import NEEDS_OF_PUPILS, NEEDS_OF_TEACHERS
from programmes.enums import PersonKind


class NeedsForm(forms.Form):
    """Categories of a mentee, those of pupils or those of adults."""

    categories = forms.MultipleChoiceField(
        label=_("Categories"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Limited health is kept only with the family's separate consent to it (152-ФЗ, art. 10)."),
    )

    def __init__(self, *args, kind: str, **kwargs):
        super().__init__(*args, **kwargs)
        needs = NEEDS_OF_TEACHERS if kind in (PersonKind.TEACHER, PersonKind.VETERAN) else NEEDS_OF_PUPILS
        self.fields["categories"].choices = [(need.value, need.label) for need in needs]


class ReasonForm(forms.Form):
    """Why somebody who leads needs to know."""

    reason = forms.CharField(label=_("Why you need to know it"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
