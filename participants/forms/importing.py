from django import forms
from django.utils.translation import gettext_lazy as _

from participants.enums import ImportBase
from programmes.models import Programme


class ImportForm(forms.Form):
    programme = forms.ModelChoiceField(label=_("Programme"), queryset=None, empty_label=None)
    base = forms.ChoiceField(label=_("Which base"), choices=ImportBase, widget=forms.RadioSelect)
    file = forms.FileField(
        label=_("File"),
        help_text=_("An Excel workbook (.xlsx) up to 10 MB. Nothing is written before you confirm."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={"empty": _("The file is empty. Choose another one.")},
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = Programme.objects.visible_to(actor)
