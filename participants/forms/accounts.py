from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.enums import Role


class AccountForm(forms.Form):
    role = forms.ChoiceField(label=_("Signs in as"), choices=[(role, role.label) for role in (Role.MENTOR, Role.MENTEE)])
    username = forms.CharField(
        label=_("Login name"), max_length=60, help_text=_("Latin letters and digits: it is easier to type. The password is made for you.")
    )
