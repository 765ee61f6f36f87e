from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import today
from mentoring.common.day_input import DayInput
from participants.enums import SignerBasis
from participants.models import Guardian

BASES = ((SignerBasis.PARENT, SignerBasis.PARENT.label), (SignerBasis.GUARDIAN, SignerBasis.GUARDIAN.label))
FIELDS = ("full_name", "phone", "basis", "basis_document", "basis_date")
NOBODY = "no"


class GuardianForm(forms.ModelForm):
    """`namesakes` stand with other children: the form asks whether it is one of them before it writes a second adult."""

    basis = forms.ChoiceField(label=_("Basis of the rights"), choices=BASES)

    class Meta:
        model = Guardian
        fields = FIELDS
        widgets = {"basis_date": DayInput}
        help_texts = {"basis_document": _("For example: birth certificate II-AP № 123456, or the act of guardianship and who issued it.")}

    def __init__(self, *args, namesakes=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.namesakes = {str(row.pk): row for row in namesakes}
        if namesakes:
            rows = [(key, _("yes, the representative of %(child)s") % {"child": row.person}) for key, row in self.namesakes.items()]
            self.fields["same_as"] = forms.ChoiceField(
                label=_("Is it the same adult?"),
                choices=[*rows, (NOBODY, _("no, a namesake"))],
                widget=forms.RadioSelect,
                error_messages={
                    "required": _("A representative of this name stands with another child. Say whether it is the same adult.")
                },
            )

    def facts(self) -> dict:
        """What `add_guardian` and `edit_guardian` take."""
        facts = {name: self.cleaned_data[name] for name in FIELDS}
        same = self.namesakes.get(self.cleaned_data.get("same_as", ""))
        return facts | ({"same_as": same} if same else {})


class EndGuardianForm(forms.Form):
    ended_on = forms.DateField(label=_("The rights ended on"), widget=DayInput, initial=today)
    reason = forms.CharField(label=_("Why"), max_length=200, help_text=_("For example: a court decision and its date."))
