"""What the curator fills in to prepare an order."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reports.forms.numbers import series_field


class PairsField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, pair):
        """A pair that has ended says so: it stands among those that work when an order on changes writes it down."""
        ended = f" · {pair.get_state_display().lower()} {pair.finished_on:%d.%m.%Y}" if pair.finished_on else ""
        return f"{pair} · {pair.form} · {pair.starts_on:%d.%m.%Y} – {pair.ends_on:%d.%m.%Y}{ended}"


class PrepareOrderForm(forms.Form):
    """All agreed pairs of the programme are ticked: usually one order fixes them all."""

    pairs = PairsField(
        queryset=None,
        label=_("Pairs and groups for the order"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose at least one pair: an order without pairs fixes nothing."),
            "invalid_choice": _("One of the pairs is no longer free for an order. Choose from the list below."),
        },
    )

    def __init__(self, *args, pairs, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pairs"].queryset = pairs
        self.fields["pairs"].initial = list(pairs.values_list("pk", flat=True))
        self.fields.update(series_field())
