"""The wording of an order or of a kind of orders, edited as plain text."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reports.forms.heading import HeadingField
from reports.forms.lines import LinesField
from reports.forms.versions import VersionedForm

PART = "- "


class WordingForm(VersionedForm):
    """Heading, preamble, items and, where the kind has one, the text of its appendix."""

    title = HeadingField()
    preamble = LinesField(
        label=_("Preamble"),
        rows=6,
        help_text=_("A part a line; commas are added. A line with an empty placeholder is left out."),
    )
    items = LinesField(label=_("Items"), rows=12, help_text=_("An item a line; numbers are added. “- ” begins a sub-item."))
    lines = LinesField(label=_("Text of the appendix"), rows=16, help_text=_("A paragraph a line; “#” begins a heading."))

    def __init__(self, *args, texts: dict, version, **kwargs):
        super().__init__(*args, initial=initial_of(texts), texts=texts, version=version, **kwargs)
        if not texts["lines"]:
            del self.fields["lines"]

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
        return {"lines": [], **self.typed}


def initial_of(texts: dict) -> dict:
    items = [line for item in texts["items"] for line in (item["text"], *[f"{PART}{part}" for part in item["parts"]])]
    return {"title": texts["title"], "preamble": texts["preamble"], "items": items, "lines": texts["lines"]}
