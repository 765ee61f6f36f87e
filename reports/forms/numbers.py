"""Numbers: how they look, which were the last."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reports.queries.numbering import MAIN_SERIES, series_titles

LAST_HELP = _("For 71-б it is 71, and the next order gets 72. It cannot be made lower afterwards.")
LOOK_HELP = _("{n} is the number, {y} the year; everything else is written as it stands: {n}-од, {n}/{y}.")


class NumbersForm(forms.Form):
    template = forms.CharField(label=_("How a number looks"), max_length=14, help_text=LOOK_HELP)

    def clean_template(self):
        template = self.cleaned_data["template"]
        if "{n}" not in template:
            raise forms.ValidationError(
                _("Put {n} where the number goes, for example {n}-од: without it all orders would be called the same.")
            )
        return template


class SeriesForm(NumbersForm):
    title = forms.CharField(label=_("Name of the series"), max_length=80, help_text=_("For example: orders on awards."))

    field_order = ("title",)


class LastNumbersForm(forms.Form):
    """A field for each of `rows` (`series_rows`): the last number that any paper bears. Empty unless `known`: nobody saves a guess."""

    def __init__(self, *args, rows: list[dict], known: bool, **kwargs):
        super().__init__(*args, **kwargs)
        for row in rows:
            self.fields[row["code"]] = forms.IntegerField(
                label=row["title"],
                min_value=row["last"],
                max_value=100_000,
                initial=row["last"] if known else None,
                help_text=LAST_HELP,
            )


def series_choices() -> list[tuple[str, str]]:
    return [*series_titles().items()]


def series_field(order=None) -> dict:
    """The choice of a row of numbers, only where there is one: {} in a school with the main row alone."""
    choices = series_choices()
    initial = order.series if order is not None else MAIN_SERIES
    return {"series": forms.ChoiceField(label=_("Series of numbers"), choices=choices, initial=initial)} if len(choices) > 1 else {}
