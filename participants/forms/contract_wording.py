"""The wording of a contract, edited as plain text."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.prose import ProseInput
from mentoring.common.wording.forms import VersionedForm
from mentoring.common.wording.heading import HeadingField
from mentoring.common.wording.lines import LinesField
from participants.queries.contract_texts import unnumbered

SIDES = ("school_side", "mentor_side")


class ClausesField(LinesField):
    def clean(self, value):
        return [unnumbered(line) for line in super().clean(value)]


class ContractWordingForm(VersionedForm):
    title = HeadingField()
    school_side = forms.CharField(label=_("How the text calls the school"), max_length=60)
    mentor_side = forms.CharField(label=_("How the text calls the mentor"), max_length=60)
    preamble = ProseInput(label=_("Preamble"), rows=4)
    lines = ClausesField(
        label=_("Text"),
        rows=24,
        help_text=_(
            "A clause a line; “#” begins a section, “-” a point of a list. Numbers are added, those that were copied along are taken off. "
            "Requisites and signatures follow by themselves."
        ),
    )

    def __init__(self, *args, texts: dict, version, **kwargs):
        sides = dict(zip(SIDES, texts["sides"], strict=True))
        super().__init__(*args, initial=texts | sides, texts=texts, version=version, **kwargs)

    @property
    def texts(self) -> dict:
        told = self.typed
        return {"title": told["title"], "sides": [told[side] for side in SIDES], "preamble": told["preamble"], "lines": told["lines"]}
