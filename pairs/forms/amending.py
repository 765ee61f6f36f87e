import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import today
from mentoring.common.day_input import DayInput
from pairs.forms.life import DAY_ERRORS, note_field
from pairs.forms.proposing import grouped_by_form, role_models_of
from programmes.models import Kind


class AmendForm(forms.Form):
    """The present terms, to be changed; `version` is that of the pair on the page."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    form_key = forms.UUIDField(widget=forms.HiddenInput)
    ends_on = forms.DateField(label=_("Last day"), widget=DayInput, error_messages=DAY_ERRORS)
    role_model = forms.ModelChoiceField(
        label=_("Role model"), queryset=None, empty_label=None, error_messages={"required": _("Choose the role model.")}
    )
    kind = forms.ModelChoiceField(label=_("Kind"), queryset=None, empty_label=None, error_messages={"required": _("Choose the kind.")})
    on = forms.DateField(label=_("Counts from"), widget=DayInput, error_messages=DAY_ERRORS)
    note = note_field(_("Why it is changed"), required=True)

    def __init__(self, *args, pair, **kwargs):
        present = {"version": pair.version, "form_key": uuid.uuid4, "ends_on": pair.ends_on, "on": today}
        super().__init__(*args, initial=present | {"role_model": pair.role_model_id, "kind": pair.kind_id}, **kwargs)
        self.fields["role_model"].queryset = role_models_of(pair.programme, keep=pair.role_model_id)
        self.fields["role_model"].choices = grouped_by_form(self.fields["role_model"].queryset)
        self.fields["kind"].queryset = Kind.objects.active(keep=pair.kind_id)
