from django import forms
from django.utils.translation import gettext_lazy as _

from pairs.fitting.codes import OPTIONAL
from pairs.fitting.criteria import CRITERIA
from pairs.fitting.weights import Level
from pairs.fitting_words import CRITERIA as WORDS
from pairs.fitting_words import LEVELS, RULES
from pairs.forms.proposing import grouped_by_form


class PolicyForm(forms.Form):
    """What a programme looks for in a pair: a level for each criterion, rules to keep, role models, mentees who come first."""

    rules = forms.MultipleChoiceField(
        label=_("Rules that forbid a pair"),
        choices=[(code, RULES[code]) for code in OPTIONAL],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    role_models = forms.ModelMultipleChoiceField(
        label=_("Role models of the pairs"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Of a form without a choice the first role model is taken."),
    )
    first = forms.ModelMultipleChoiceField(
        label=_("Mentees who come first"),
        queryset=None,
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 12}),
        help_text=_("Those who lost their mentor come first anyway. The reason is not written down."),
    )

    def __init__(self, *args, role_models, mentees, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role_models"].queryset = role_models
        self.fields["role_models"].choices = grouped_by_form(role_models)
        self.fields["first"].queryset = mentees
        self.fields["first"].choices = [(one.pk, str(one)) for one in mentees]
        levels = [(level.value, LEVELS[level]) for level in Level]
        for criterion in CRITERIA:
            self.fields[f"level_{criterion.code}"] = forms.ChoiceField(label=WORDS[criterion.code], choices=levels)

    def levels(self):
        """The fields of the criteria, for the table of weights."""
        return [self[f"level_{criterion.code}"] for criterion in CRITERIA]

    def choice(self) -> dict:
        """What `choose_policy` takes."""
        words = self.cleaned_data
        return {
            "levels": {criterion.code: words[f"level_{criterion.code}"] for criterion in CRITERIA},
            "rules_off": [code for code in OPTIONAL if code not in words["rules"]],
            "role_models": list(words["role_models"]),
            "first": list(words["first"]),
        }
