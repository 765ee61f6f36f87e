"""The wording of an order or of a kind of orders, edited as plain text."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.wording.forms import VersionedForm
from mentoring.common.wording.heading import HeadingField
from mentoring.common.wording.lines import LinesField
from reports.enums import Reader

PART = "- "
ANNEX = "annex_"


class WordingForm(VersionedForm):
    """Heading, preamble, items, titles of the appendices, who stands on the sheet and, where the kind has one, the text of its appendix."""

    title = HeadingField()
    preamble = LinesField(
        label=_("Preamble"),
        rows=6,
        help_text=_(
            "A part a line; commas are added. A line with an empty placeholder is left out. "
            "“[педагоги]” before a line: only for pairs of teachers with teachers; “[обучающиеся]”: only for all the others."
        ),
    )
    items = LinesField(label=_("Items"), rows=12, help_text=_("An item a line; numbers are added. “- ” begins a sub-item."))
    readers = forms.MultipleChoiceField(
        label=_("Who stands on the acknowledgement sheet"),
        choices=Reader,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Those whom an order does not concern are left out of its sheet. With nobody ticked there is no sheet."),
    )
    lines = LinesField(label=_("Text of the appendix"), rows=16, help_text=_("A paragraph a line; “#” begins a heading."))

    def __init__(self, *args, texts: dict, version, is_taken: bool = False, **kwargs):
        """`is_taken`: the text of the appendix comes from a finished paper and is not edited here."""
        super().__init__(*args, initial=initial_of(texts), texts=texts, version=version, **kwargs)
        self.annexes = {code: f"{ANNEX}{code}" for code in texts["annexes"]}
        for number, name in enumerate(self.annexes.values(), 1):
            self.fields[name] = _annex_title(number)
        if is_taken or not texts["lines"]:
            del self.fields["lines"]
        self.order_fields(["title", "preamble", "items", *self.annexes.values(), "lines", "readers"])

    def clean_items(self):
        items = []
        for line in self.cleaned_data["items"]:
            if line.startswith(PART) and not items:
                raise forms.ValidationError(_("The first line is an item: write it without “- ”."))
            if line.startswith(PART):
                items[-1]["parts"].append(line.removeprefix(PART).strip())
            else:
                items.append({"text": line, "parts": []})
        return items

    @property
    def texts(self) -> dict:
        told = self.typed
        annexes = {code: told.pop(name) or self.shown["annexes"][code] for code, name in self.annexes.items()}
        return {"lines": self.shown["lines"], **told, "annexes": annexes}


def _annex_title(number: int) -> forms.CharField:
    label = _("Title of appendix %(number)s") % {"number": number}
    return forms.CharField(label=label, max_length=300, required=False, help_text=_("Empty: the title that stood here stays."))


def initial_of(texts: dict) -> dict:
    items = [line for item in texts["items"] for line in (item["text"], *[f"{PART}{part}" for part in item["parts"]])]
    annexes = {f"{ANNEX}{code}": title for code, title in texts["annexes"].items()}
    return {**{name: texts[name] for name in ("title", "preamble", "lines", "readers")}, "items": items, **annexes}
