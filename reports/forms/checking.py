from django import forms
from django.utils.translation import gettext_lazy as _

LARGEST = 20 * 1024 * 1024


class CheckForm(forms.Form):
    """A file to compare with the paper that the school keeps; it is read, never stored."""

    file = forms.FileField(label=_("PDF of the order"), error_messages={"required": _("Choose the PDF that you were given.")})

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("The file is larger than 20 MB, so it is not an order of Tandem."))
        return file
