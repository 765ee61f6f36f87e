"""What the curator fills in to prepare an order."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reports.forms.numbers import series_field
from reports.forms.once import once_field


class PairsField(forms.ModelMultipleChoiceField):
    """Boxes of pairs."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {"invalid_choice": _("One of the pairs is no longer free for an order. Choose from the list below.")}

    def label_from_instance(self, pair):
        """A pair that has ended says so: it stands among those that work when an order on changes writes it down."""
        ended = f" · {pair.get_state_display().lower()} {pair.finished_on:%d.%m.%Y}" if pair.finished_on else ""
        return f"{pair} · {pair.form} · {pair.starts_on:%d.%m.%Y} – {pair.ends_on:%d.%m.%Y}{ended}"


def fixed_pairs_field(queryset, ticked) -> PairsField:
    """The pairs of an order that fixes them: it must have one."""
    error = {"required": _("Choose at least one pair: an order without pairs fixes nothing.")}
    initial = list(ticked.values_list("pk", flat=True))
    return PairsField(label=_("Pairs and groups for the order"), queryset=queryset, initial=initial, error_messages=error)


class PrepareOrderForm(forms.Form):
    """All agreed pairs of the programme are ticked: usually one order fixes them all."""

    def __init__(self, *args, pairs, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pairs"] = fixed_pairs_field(pairs, pairs)
        self.fields.update(series_field() | once_field())
