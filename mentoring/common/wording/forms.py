"""The version of a text that the page showed, sent back with it."""

from django import forms
from django.utils.translation import gettext_lazy as _


class VersionedForm(forms.Form):
    version = forms.CharField(
        widget=forms.HiddenInput,
        max_length=64,
        error_messages={"required": _("The page is incomplete. Copy what you have typed, open the page again and save it there.")},
    )

    def __init__(self, *args, texts: dict, version, initial: dict, **kwargs):
        super().__init__(*args, initial=initial | {"version": version}, **kwargs)
        self.shown = texts

    @property
    def seen(self) -> str:
        return self.cleaned_data["version"]

    @property
    def typed(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    def compare_first(self, sentence: str, version) -> None:
        """Keep what was typed; saved once more, it takes the place of the present `version`."""
        self.data = self.data.copy()
        self.data["version"] = version
        self.add_error(None, sentence)
