import uuid

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.common.clock import today
from mentoring.common.day_input import DayInput
from participants.enums import ImportBase
from participants.forms.questionnaire import LINK_TERM
from participants.models import Application
from participants.models.person import counts_as_minor

FACTS = (
    "surname",
    "name",
    "patronymic",
    "kind",
    "birth_date",
    "class_name",
    "post",
    "phone",
    "email",
    "guardian",
    "guardian_phone",
    "words",
)
WORDS = {
    ImportBase.MENTORS: gettext_lazy("What you can help with"),
    ImportBase.MENTEES: gettext_lazy("What you want help with"),
}


def initial_of(application: Application) -> dict:
    """For the form that enters somebody new into the base."""
    taken = {name: getattr(application, name) for name in FACTS if name != "words"}
    said = "competences" if application.base == ImportBase.MENTORS else "request"
    return taken | {"programme": application.programme_id, said: application.words}


class ApplicationForm(forms.ModelForm):
    """Whoever holds the link says who they are; a minor also who answers for them."""

    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta:
        model = Application
        fields = FACTS
        widgets = {"birth_date": DayInput, "words": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "class_name": gettext_lazy("Of a pupil or student, for example 7Б."),
            "post": gettext_lazy("Of an adult, for example: teacher of mathematics."),
            "guardian": gettext_lazy("Under 18: surname, name and patronymic of a parent or guardian. They sign the consents on paper."),
        }

    def __init__(self, *args, base: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].label = WORDS[base]

    def clean_birth_date(self):
        if self.cleaned_data["birth_date"] >= today():
            raise forms.ValidationError(_("The birth date is in the future. Correct it."))
        return self.cleaned_data["birth_date"]

    def clean(self):
        words = super().clean()
        if "birth_date" in words and counts_as_minor(words.get("kind", ""), words["birth_date"], None) and not words.get("guardian"):
            self.add_error("guardian", _("Under 18 a parent or guardian is named."))
        return words

    def facts(self) -> dict:
        return {name: self.cleaned_data[name] for name in FACTS}


class ApplicationLinkForm(forms.Form):
    """For which base, until when."""

    programme = forms.ModelChoiceField(label=gettext_lazy("Programme"), queryset=None, empty_label=None)
    base = forms.ChoiceField(label=gettext_lazy("Base"), choices=ImportBase)
    expires_on = forms.DateField(label=gettext_lazy("The link works until"), widget=DayInput)

    def __init__(self, *args, programmes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = programmes
        self.fields["expires_on"].initial = min([today() + LINK_TERM, *(programme.ends_on for programme in programmes[:1])])


class ApplicationRefusalForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=200,
        help_text=gettext_lazy("Stands in the journal; what the application says is deleted. For example: is in the base already."),
    )
