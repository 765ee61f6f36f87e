"""What the curator fills in for a kind of order."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.numbers import number_of
from reports.enums import OrderEffect
from reports.forms.draft import Draft
from reports.forms.numbers import series_field
from reports.forms.once import once_field
from reports.forms.order_blocks import BLOCKS
from reports.models import Order
from reports.queries.order_texts import all_lines, effect_of, order_texts, school_texts
from reports.queries.orders import last_bases, orders_on_pairs

NOT_DETAILS = ("pairs", "ending", "changed", "old_pair", "amends", "series", "request_key")
MENTIONED = {"curator": ("{curator",), "control": ("{control}",), "bases": ("{protocol}", "{basis_order}")}  # block → what asks for it


class OrderForm(forms.Form):
    """With `order` the form edits what was told before. `chosen` is the key of the order to change that the page asks for.

    `is_short` asks only what the kind itself needs: the rest stays as the last order of the programme said it.
    """

    def __init__(self, *args, kind: dict, programme, order=None, chosen: str = "", is_short: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind, self.is_short = kind, is_short
        draft = Draft(programme, order, self._base(programme, order, chosen) if "base_order" in kind["ask"] else None)
        for block in [*kind["ask"], *([] if is_short else self._asked_by_the_wording(order))]:
            self.fields.update(BLOCKS[block](draft))
        self.fields.update(series_field(order) | (once_field() if order is None else {}))
        if not is_short:
            self._fill(last_bases(programme) if order is None else order.details)

    def _fill(self, told: dict) -> None:
        for name, field in self.fields.items():
            if name in told:
                field.initial = told[name]

    def _asked_by_the_wording(self, order) -> list[str]:
        """Blocks of the placeholders that the order mentions."""
        texts = school_texts(self.kind["code"]) if order is None else order_texts(order)
        told = " ".join(all_lines(texts))
        return [block for block, marks in MENTIONED.items() if any(mark in told for mark in marks)]

    def _base(self, programme, order, chosen: str) -> Order | None:
        """The order whose pairs are shown: as it was sent, asked for, drafted, else the last one."""
        rows = orders_on_pairs(programme)
        if wanted := self.data.get("amends") or chosen:
            return rows.filter(pk=number_of(str(wanted))).first()
        return rows.first() if order is None else order.amends

    @property
    def details(self) -> dict | None:
        """JSON values for `Order.details`; None of a short form, and `prepare_order` takes the last order's."""
        return None if self.is_short else {name: _plain(value) for name, value in self.cleaned_data.items() if name not in NOT_DETAILS}

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
        if effect_of(self.kind["code"]) == OrderEffect.CHANGE and not any(map(told.get, ("pairs", "ending", "changed"))):
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
