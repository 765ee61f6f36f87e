"""A questionnaire as a form: one field a question."""

from django import forms
from django.utils.translation import gettext_lazy as _

from monitoring.enums import ItemKind
from monitoring.services.answering import LONGEST_TEXT

YES_NO = (("yes", _("Yes")), ("no", _("No")))
MISSING = {"required": _("Choose an answer."), "invalid_choice": _("Choose one of the answers offered.")}


class AnswersForm(forms.Form):
    """With `own` every closed question must be answered; a paper sheet is entered with its gaps."""

    use_required_attribute = False

    def __init__(self, *args, invitation, items, own: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked = [(item, item.text_at(invitation.campaign.wave)) for item in items]
        for item, question in self.asked:
            self.fields[item.code] = _field(item, question, required=own and item.kind != ItemKind.OPEN)

    def values(self) -> dict:
        """Return clean answers by code, None where nothing was chosen."""
        return {code: value if value != "" else None for code, value in self.cleaned_data.items()}

    def questions(self) -> list[dict]:
        """Return the questions in order, each with its field, for the page."""
        return [
            {"item": item, "text": question, "field": self[item.code], "number": number}
            for number, (item, question) in enumerate(self.asked, start=1)
        ]


def _field(item, question: str, *, required: bool) -> forms.Field:
    question = question.rstrip("?")  # the summary of errors goes on with a colon
    if item.kind == ItemKind.OPEN:
        widget = forms.Textarea(attrs={"rows": 3, "class": "form-control"})
        return forms.CharField(label=question, required=required, max_length=LONGEST_TEXT, widget=widget)
    choices = {
        ItemKind.SCALE10: [(number, str(number)) for number in range(1, 11)],
        ItemKind.YES_NO: YES_NO,
        ItemKind.SINGLE: [(option, option) for option in item.options],
    }[ItemKind(item.kind)]
    coerce = {ItemKind.SCALE10: int, ItemKind.YES_NO: lambda value: value == "yes"}.get(item.kind, str)
    return forms.TypedChoiceField(
        label=question,
        required=required,
        choices=choices,
        coerce=coerce,
        empty_value=None,
        widget=forms.RadioSelect,
        error_messages=MISSING,
    )
