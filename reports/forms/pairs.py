"""Boxes of pairs."""

from django import forms
from django.utils.translation import gettext_lazy as _


class PairsField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple
    default_error_messages = {"invalid_choice": _("One of the pairs is no longer free for an order. Choose from the list below.")}

    def label_from_instance(self, pair):
        """A pair that has ended says so: it stands among those that work when an order on changes writes it down."""
        ended = f" · {pair.get_state_display().lower()} {pair.finished_on:%d.%m.%Y}" if pair.finished_on else ""
        return f"{pair} · {pair.form} · {pair.starts_on:%d.%m.%Y} – {pair.ends_on:%d.%m.%Y}{ended}"
