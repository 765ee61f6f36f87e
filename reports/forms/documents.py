"""What the curator fills in for a paper, and its wording."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.wording.forms import VersionedForm
from mentoring.common.wording.heading import HeadingField
from mentoring.common.wording.lines import LinesField
from reports.forms.document_blocks import BLOCKS, About
from reports.forms.once import once_field
from reports.forms.stamps import stamps_field
from reports.queries.document_facts import first_stamps, words_of

NOT_DETAILS = ("stamps", "request_key")


class DocumentForm(forms.Form):
    """With `document` the form edits what was told before; `author` is the curator whose name a stamp carries."""

    def __init__(self, *args, kind: dict, programme, pair=None, person=None, document=None, author=None, **kwargs):
        super().__init__(*args, **kwargs)
        about = About(programme, pair, person)
        for block in (block for block in kind["ask"] if block != "stamps"):
            self.fields.update(BLOCKS[block](about))
        if "stamps" in kind["ask"]:
            self.fields["stamps"] = stamps_field(first_stamps(kind, words_of(programme, pair, person, author=author)))
        if document is None:
            self.fields.update(once_field())
        else:
            told = document.details | {"stamps": document.stamps}
            for name, field in self.fields.items():
                field.initial = told.get(name, field.initial)

    @property
    def details(self) -> dict:
        """JSON values for `Document.details`."""
        told = {name: value for name, value in self.cleaned_data.items() if name not in NOT_DETAILS}
        return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in told.items()}

    @property
    def stamps(self) -> list[str]:
        return self.cleaned_data.get("stamps", [])


class DocumentWordingForm(VersionedForm):
    """Heading and lines of a paper."""

    title = HeadingField()
    lines = LinesField(
        label=_("Text"),
        rows=24,
        help_text=_("A paragraph a line; “#” begins a heading, “#.” one that is numbered by itself, “-” a point of a list."),
    )

    def __init__(self, *args, texts: dict, version, **kwargs):
        super().__init__(*args, initial=texts, texts=texts, version=version, **kwargs)

    @property
    def texts(self) -> dict:
        return self.typed
