from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.prose import ProseInput
from participants.enums import ImportBase
from participants.queries.base_columns import base_sheet
from participants.services.importing.source import PASTE_LIMIT
from programmes.models import Programme

SAMPLES = 3  # cells of a column that show what it holds
UNDECIDED, PASSED_OVER = "?", ""


class ImportForm(forms.Form):
    programme = forms.ModelChoiceField(label=_("Programme"), queryset=None, empty_label=None)
    base = forms.ChoiceField(label=_("Which base"), choices=ImportBase, widget=forms.RadioSelect)
    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("An Excel workbook (.xlsx) or a text table (.csv) up to 10 MB. Nothing is written before you confirm."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt"}),
        error_messages={"empty": _("The file is empty. Choose another one.")},
    )
    text = ProseInput(
        label=_("Or paste from Excel"),
        required=False,
        strip=False,
        max_length=PASTE_LIMIT,
        error_messages={"max_length": _("This is too much to paste at once. Upload the file instead.")},
        help_text=_("Mark the rows in Excel together with the heading, copy them (Ctrl+C) and paste them here (Ctrl+V)."),
        widget=forms.Textarea(attrs={"rows": 5, "wrap": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = Programme.objects.visible_to(actor)

    def clean(self):
        words = super().clean()
        if "file" in self.errors:
            return words
        if not words.get("file") and not words.get("text", "").strip():
            self.add_error("file", _("Choose a file, or paste the rows below."))
        if words.get("file") and words.get("text", "").strip():
            self.add_error("text", _("Either a file or pasted rows: empty this field or take the file back."))
        return words


class ColumnsForm(forms.Form):
    """A choice for each column of an uploaded table."""

    def __init__(self, *args, batch, **kwargs):
        super().__init__(*args, **kwargs)
        self.batch = batch
        columns = base_sheet(batch.base).columns
        ours = [(column.code, column.heading) for column in columns]
        for position, code in enumerate(batch.mapping):
            start = [(UNDECIDED, _("Choose…"))] if code is None else []
            self.fields[f"column_{position}"] = forms.ChoiceField(
                label=batch.source["headings"][position] or _("Column without a heading"),
                choices=[*start, (PASSED_OVER, _("Pass this column over")), *ours],
                initial=UNDECIDED if code is None else code,
                required=False,
            )

    def clean(self):
        words = super().clean()
        for name, value in list(words.items()):
            if value == UNDECIDED:
                self.add_error(name, _("Say what this column holds, or pass it over."))
        return words

    @property
    def mapping(self) -> list[str]:
        return [self.cleaned_data[f"column_{position}"] for position in range(len(self.batch.mapping))]

    def columns(self) -> list[dict]:
        """Field and first cells of each column, those that wait for a choice first."""
        rows = self.batch.source["rows"]
        described = []
        for position, field in enumerate(self):
            cells = [values[position] for _number, values in rows if position < len(values) and values[position] is not None]
            samples = [cell["d"] if isinstance(cell, dict) else str(cell)[:60] for cell in cells[:SAMPLES]]
            described.append({"field": field, "samples": samples, "is_open": self.batch.mapping[position] is None})
        return sorted(described, key=lambda column: not column["is_open"])
