from django import forms
from django.utils.translation import gettext_lazy as _

from monitoring.reference import indicator_table


class IndicatorsForm(forms.Form):
    """Nine indicators, each 0, 1 or 2."""

    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.table = indicator_table()
        choices = [(mark.value, mark.title) for mark in self.table.marks]
        for indicator in self.table.indicators:
            self.fields[f"indicator_{indicator.position}"] = forms.TypedChoiceField(
                label=f"{indicator.position}. {indicator.title}",
                choices=choices,
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose 0, 1 or 2 points."), "invalid_choice": _("Choose 0, 1 or 2 points.")},
            )

    def values(self) -> list[int]:
        return [self.cleaned_data[f"indicator_{indicator.position}"] for indicator in self.table.indicators]

    def criteria(self) -> list[dict]:
        """Return the criteria with their indicators and fields, for the page."""
        return [
            {"title": title, "questions": [{"indicator": one, "field": self[f"indicator_{one.position}"]} for one in indicators]}
            for title, indicators in self.table.criteria()
        ]
