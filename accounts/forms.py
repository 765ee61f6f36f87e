from django import forms
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from accounts.enums import Role
from accounts.models import School
from accounts.services.requisites import REQUISITES
from mentoring.common.school_names import school_in_case

PERSON_FIELDS = ("last_name", "first_name", "patronymic", "email")


class MemberForm(forms.Form):
    """Somebody new in the school."""

    last_name = forms.CharField(label=_("Surname"), max_length=80)
    first_name = forms.CharField(label=_("Name"), max_length=80)
    patronymic = forms.CharField(label=_("Patronymic"), max_length=80, required=False)
    role = forms.ChoiceField(label=_("Role"), choices=Role)
    class_name = forms.CharField(
        label=_("Class"),
        max_length=20,
        required=False,
        help_text=_("Only for a class teacher, for example 7Б: this class is what they see."),
    )
    username = forms.SlugField(label=_("Login name"), max_length=60, help_text=_("Latin letters and digits, for example petrova"))
    email = forms.EmailField(label=_("E-mail"), required=False, help_text=_("With it the person can restore a forgotten password"))

    def clean(self):
        words = super().clean()
        if words.get("role") == Role.CLASS_TEACHER and not words.get("class_name"):
            self.add_error("class_name", _("Name the class: without it a class teacher sees nobody."))
        return words

    def facts(self) -> dict:
        """What `admit_member` takes."""
        words = self.cleaned_data
        return {
            "role": words["role"],
            "username": words["username"],
            "class_name": words["class_name"],
            "person": {name: words[name] for name in PERSON_FIELDS},
        }


class SchoolForm(forms.ModelForm):
    """The requisites that the papers carry."""

    site = forms.URLField(label=_("Site"), required=False, assume_scheme="https")

    class Meta:
        model = School
        fields = REQUISITES
        help_texts = {
            "full_name": _("As it stands in the charter."),
            "place": _("The town or village that orders are dated with."),
            "postal_address": _("With the postal code; consents and contracts name it as the address of the operator."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        name = self["short_name"].value() or ""
        for field, words, case in (
            ("short_name_genitive", _("After “the director of”. Empty: “%(form)s”."), "gent"),
            ("short_name_prepositional", _("After “in”. Empty: “%(form)s”."), "loct"),
        ):
            self.fields[field].help_text = words % {"form": escape(school_in_case(name, case))}  # help texts are printed as they are

    def facts(self) -> dict:
        """What `edit_requisites` takes."""
        return {name: self.cleaned_data[name] for name in REQUISITES}
