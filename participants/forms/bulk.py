from django import forms

from mentoring.common.day_input import DayInput
from participants.bulk_fields import BulkField
from participants.forms.records import WIDGETS, form_field


class BulkValueForm(forms.Form):
    """The new value of one field; an empty one clears the field where the base allows it."""

    def __init__(self, *args, chosen: BulkField, **kwargs):
        super().__init__(*args, **kwargs)
        words = {"widget": WIDGETS[chosen.name]} if chosen.name in WIDGETS else {}
        self.fields["value"] = form_field(chosen.field, label=chosen.label, **words)
        if isinstance(self.fields["value"].widget, DayInput):
            self.fields["value"].initial = None
