from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import today
from mentoring.common.day_input import DayInput
from participants.enums import NEEDED_TO_PAIR, ConsentPurpose, SheetsFormat
from participants.queries.sheets import people_of_programme, running_programmes


class PrintForm(forms.Form):
    """Whose consents to print; without a class all of the programme, with `person` that person alone."""

    programme = forms.ModelChoiceField(label=_("Programme"), queryset=None, empty_label=None)
    class_name = forms.ChoiceField(label=_("Class"), required=False)
    purposes = forms.MultipleChoiceField(
        label=_("Sheets"),
        choices=ConsentPurpose,
        widget=forms.CheckboxSelectMultiple,
        initial=list(NEEDED_TO_PAIR),
        error_messages={"required": _("Tick which sheets to print.")},
    )
    format = forms.ChoiceField(label=_("As"), choices=SheetsFormat, widget=forms.RadioSelect, initial=SheetsFormat.PDF)
    request_key = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, *args, actor, person=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.actor, self.person = actor, person
        programmes = running_programmes(actor)
        self.fields["programme"].queryset = programmes
        self.fields["programme"].initial = _first_with_people(actor, programmes, person)
        if person is not None:
            del self.fields["class_name"]
            return
        people = {key for programme in programmes for key in people_of_programme(actor, programme).values_list("class_name", flat=True)}
        self.fields["class_name"].choices = [("", _("everybody in the bases")), *((name, name) for name in sorted(people - {""}))]

    def people(self):
        """Whom the sheets are for."""
        if self.person is not None:
            return [self.person]
        words = self.cleaned_data
        return list(people_of_programme(self.actor, words["programme"], words["class_name"]))


def _first_with_people(actor, programmes, person):
    """The programme that the print is probably for: that of the person, else the newest that has anybody in its bases."""
    wanted = {} if person is None else {"pk": person.pk}
    return next((programme for programme in programmes if people_of_programme(actor, programme).filter(**wanted).exists()), None)


class SheetForm(forms.Form):
    """What is read off the signed sheet."""

    given_on = forms.DateField(label=_("Date on the sheet"), widget=DayInput, initial=today)
    signer = forms.ChoiceField(label=_("Signed by"), required=False)

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        guardians = list(person.guardians.all()) if person.is_minor else []
        self.fields["signer"].choices = [(guardian.full_name, guardian.full_name) for guardian in guardians]
        if not guardians:
            del self.fields["signer"]
