"""The text of a consent, edited as plain text, part by part as the sheet prints it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.prose import ProseInput
from mentoring.common.wording.forms import VersionedForm
from mentoring.common.wording.heading import HeadingField
from mentoring.common.wording.lines import LinesField


class PartField(ProseInput):
    """A part of a sentence of the sheet, which ends it itself."""

    def clean(self, value):
        return super().clean(value).rstrip(" .;")


class ItemsField(LinesField):
    """Items of a list within a sentence."""

    def clean(self, value):
        return [item for line in super().clean(value) if (item := line.rstrip(" .;,"))]


class ConsentWordingForm(VersionedForm):
    """Of its fields a purpose has those that stand in Tandem's text."""

    title = HeadingField()
    adult = LinesField(label=_("Text for somebody of age"), rows=6, help_text=_("A paragraph a line."))
    minor = LinesField(label=_("Text for the representative of a minor"), rows=7, help_text=_("A paragraph a line."))
    purpose = PartField(label=_("Purpose"), rows=3)
    data = ItemsField(label=_("Personal data"), rows=7, help_text=_("An item a line."))
    actions = ItemsField(label=_("What is done with the data"), rows=7, help_text=_("An item a line."))
    methods = PartField(label=_("How it is done"), rows=2)
    term = forms.CharField(
        label=_("How long it holds"), max_length=500, help_text=_("Tandem counts the last day itself: leave its name in braces.")
    )
    withdrawal = ProseInput(label=_("How it is withdrawn"), rows=3)

    def __init__(self, *args, texts: dict, version, **kwargs):
        super().__init__(*args, initial=texts, texts=texts, version=version, **kwargs)
        for name in [name for name in self.fields if name not in (*texts, "version")]:
            del self.fields[name]

    @property
    def texts(self) -> dict:
        return self.typed
