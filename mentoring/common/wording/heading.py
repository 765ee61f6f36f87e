from django import forms
from django.utils.translation import gettext_lazy as _


class HeadingField(forms.CharField):
    """The heading of a paper; its full stop goes."""

    def __init__(self):
        super().__init__(label=_("Heading"), max_length=300, help_text=_("Without a full stop at the end."))

    def clean(self, value):
        return super().clean(value).rstrip(".")
