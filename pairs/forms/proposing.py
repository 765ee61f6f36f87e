from itertools import groupby

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.common.day_input import DayInput
from participants.models import MenteeRecord, MentorRecord
from programmes.models import Kind, RoleModel

DATE_ERRORS = {"required": _("Enter the date."), "invalid": _("Enter the date as 03.09.2026.")}


class ProposeForm(forms.Form):
    """The choice of a curator; the rules of a pair are the service's."""

    form = forms.ModelChoiceField(label=_("Form"), queryset=None, empty_label=None, error_messages={"required": _("Choose the form.")})
    role_model = forms.ModelChoiceField(
        label=_("Role model"), queryset=None, empty_label=None, error_messages={"required": _("Choose the role model.")}
    )
    kind = forms.ModelChoiceField(label=_("Kind"), queryset=None, empty_label=None, error_messages={"required": _("Choose the kind.")})
    starts_on = forms.DateField(label=_("From"), widget=DayInput, error_messages=DATE_ERRORS)
    ends_on = forms.DateField(label=_("To"), widget=DayInput, error_messages=DATE_ERRORS)
    mentor = forms.ModelChoiceField(
        label=_("Mentor"), queryset=None, error_messages={"required": _("Choose a mentor."), "invalid_choice": _("Choose a mentor.")}
    )
    mentees = forms.ModelMultipleChoiceField(
        label=_("Mentees"), queryset=None, error_messages={"required": _("Choose at least one mentee.")}
    )

    def __init__(self, *args, programme, **kwargs):
        super().__init__(*args, **kwargs)
        role_models = role_models_of(programme)
        self.fields["form"].queryset = programme.forms.active()
        self.fields["role_model"].queryset = role_models
        self.fields["role_model"].choices = grouped_by_form(role_models)
        self.fields["kind"].queryset = Kind.objects.active()
        self.group_kind = next((kind.pk for kind in self.fields["kind"].queryset if kind.code == "group"), "")
        self.fields["mentor"].queryset = MentorRecord.objects.filter(programme=programme)
        self.fields["mentees"].queryset = MenteeRecord.objects.filter(programme=programme)

    def terms(self):
        """The fields of the upper card; people are chosen in the two columns."""
        return [self[name] for name in ("form", "role_model", "kind", "starts_on", "ends_on")]


def role_models_of(programme, *, keep: int | None = None):
    """What a pair of the programme may choose; `keep` is the key of one that it has."""
    of_forms = RoleModel.objects.active(keep=keep).filter(Q(form__is_active=True) | Q(pk=keep), form__programmes=programme)
    return of_forms.select_related("form").order_by("form__position", "position")


def grouped_by_form(role_models) -> list:
    """Role models under the heading of their form, for a select."""
    return [(form.title, [(one.pk, one.title) for one in group]) for form, group in groupby(role_models, key=lambda one: one.form)]
