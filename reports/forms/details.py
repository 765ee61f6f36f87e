"""What the curator fills in for a kind of order."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reports.enums import OrderEffect
from reports.forms.detail_blocks import BLOCKS
from reports.forms.numbers import series_field
from reports.forms.once import once_field
from reports.queries.order_texts import all_lines, order_texts, school_texts
from reports.queries.orders import last_bases

NOT_DETAILS = ("pairs", "ending", "changed", "old_pair", "amends", "series", "request_key")
MENTIONED = {"curator": ("{curator",), "control": ("{control}",), "bases": ("{protocol}", "{basis_order}")}  # block → what asks for it


class DetailsForm(forms.Form):
    """With `order` the form edits what was told before."""

    def __init__(self, *args, kind: dict, programme, order=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind
        for block in [*kind["ask"], *self._asked_by_the_wording(order)]:
            self.fields.update(BLOCKS[block](programme, order))
        self.fields.update(series_field(order) | (once_field() if order is None else {}))
        told = last_bases(programme) if order is None else order.details
        for name, field in self.fields.items():
            if name in told:
                field.initial = told[name]

    def _asked_by_the_wording(self, order) -> list[str]:
        """Blocks of the placeholders that the order mentions."""
        texts = school_texts(self.kind["code"]) if order is None else order_texts(order)
        told = " ".join(all_lines(texts))
        return [block for block, marks in MENTIONED.items() if any(mark in told for mark in marks)]

    @property
    def details(self) -> dict:
        """JSON values for `Order.details`."""
        return {name: _plain(value) for name, value in self.cleaned_data.items() if name not in NOT_DETAILS}

    @property
    def subjects(self) -> dict:
        """Arguments of `prepare_order` and `edit_order` that are rows."""
        told = self.cleaned_data
        ending = [told["old_pair"]] if told.get("old_pair") else told.get("ending", ())
        return {"pairs": told.get("pairs", ()), "ending": ending, "changed": told.get("changed", ()), "amends": told.get("amends")}

    @property
    def series(self) -> dict:
        """The chosen row of numbers, where the school has several."""
        return {"series": self.cleaned_data["series"]} if "series" in self.fields else {}

    def clean(self):
        told = super().clean()
        old, new = told.get("old_pair"), told.get("new_mentor")
        if old and new and old.mentor_id == new.pk:
            self.add_error("new_mentor", _("This mentor leads the pair now. Choose somebody else."))
        if OrderEffect(self.kind["effect"]) == OrderEffect.CHANGE and not any(map(told.get, ("pairs", "ending", "changed"))):
            raise forms.ValidationError(_("Choose what changes: pairs to add, to leave out or to write down on new terms."))
        return told


def _plain(value):
    if value is None:
        return ""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if hasattr(value, "values_list"):
        return list(value.values_list("pk", flat=True))
    return getattr(value, "pk", value)
