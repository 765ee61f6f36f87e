"""A questionnaire of entry as a form: one field a question, none of them required."""

import datetime

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.common.clock import today
from mentoring.common.day_input import DayInput
from participants.forms.topics import TopicsField

LONGEST = 2000
LINK_TERM = datetime.timedelta(days=21)


class RangeField(forms.MultiValueField):
    """From and to, either may stay open; gives [from, to]."""

    def __init__(self, *, most: int, **kwargs):
        attrs = {"min": 1, "max": most, "inputmode": "numeric"}
        ends = [gettext_lazy("from"), gettext_lazy("to")]
        widget = forms.MultiWidget([forms.NumberInput(attrs | {"placeholder": end, "aria-label": end}) for end in ends])
        widget.decompress = lambda value: value or [None, None]
        fields = [forms.IntegerField(min_value=1, max_value=most, required=False) for _end in ends]
        super().__init__(fields, widget=widget, require_all_fields=False, **kwargs)

    def compress(self, values):
        if not values:
            return [None, None]
        first, last = values
        if first is not None and last is not None and first > last:
            raise forms.ValidationError(_("“From” must not be above “to”."))
        return [first, last]


class EntryQuestionsForm(forms.Form):
    """What the `words` (a `Questionnaire`) ask a person of this `kind`; `given` are answers of an earlier sheet, to go on from."""

    use_required_attribute = False

    def __init__(self, *args, words, kind: str, given: dict | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        given = given or {}
        for question in words.asked(kind):
            field = _field(question, kind)
            if isinstance(field, TopicsField) and not field.offer(frozenset(given.get(question.code, ()))):
                continue
            if not isinstance(field, TopicsField):
                field.initial = given.get(question.code)
            self.fields[question.code] = field

    def answers(self) -> dict:
        """By code, as `EntryAnswers.answers` keeps them."""
        return dict(self.cleaned_data)


def _field(question, kind: str) -> forms.Field:
    common = {"label": question.text, "help_text": question.hint, "required": False}
    if question.groups:
        return TopicsField(groups=question.groups_for(kind), label=question.text, help_text=question.hint)
    if question.kind == "range":
        return RangeField(most=question.most, **common)
    if question.kind == "number":
        widget = forms.NumberInput(attrs={"inputmode": "numeric"})
        return forms.IntegerField(min_value=1, max_value=question.most, widget=widget, **common)
    if question.kind == "long":
        return forms.CharField(max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}), **common)
    return forms.CharField(max_length=120, **common)


class LinksForm(forms.Form):
    """Whose links are printed."""

    programme = forms.ModelChoiceField(label=gettext_lazy("Programme"), queryset=None, empty_label=None)
    class_name = forms.CharField(label=gettext_lazy("Class"), required=False, max_length=40, help_text=gettext_lazy("Empty: all classes."))
    expires_on = forms.DateField(label=gettext_lazy("The links work until"), widget=DayInput)
    again = forms.BooleanField(label=gettext_lazy("Also for those who have answered"), required=False)

    def __init__(self, *args, programmes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = programmes
        self.fields["expires_on"].initial = min([today() + LINK_TERM, *(programme.ends_on for programme in programmes[:1])])
