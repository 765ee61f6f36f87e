"""Forms of the wishes: numbered choices for mentees, three answers for mentors. The rules of a choice are the service's."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mentoring.common.day_input import DayInput
from mentoring.common.prose import ProseInput
from pairs.enums import Attitude, VetoSide
from pairs.queries.wishes import ROWS

REASON = 300
SELECT, LINE = forms.Select(attrs={"class": "form-select"}), forms.TextInput(attrs={"class": "form-control"})
WRONG_CHOICE = {"invalid_choice": _("Choose somebody from the list.")}


class PeopleForm(forms.Form):
    """`offered` are records; a choice comes back as its record."""

    def __init__(self, *args, offered, **kwargs):
        super().__init__(*args, **kwargs)
        self.offered = {str(record.pk): record for record in offered}

    def people(self) -> list[tuple[str, str]]:
        lines = [(key, ", ".join(filter(None, [one.person.full_name, one.person.place]))) for key, one in self.offered.items()]
        return [("", gettext("— nobody —")), *lines]

    def choice(self, label, **kwargs):
        return forms.ChoiceField(label=label, choices=self.people(), required=False, error_messages=WRONG_CHOICE, **kwargs)

    def record(self, name: str):
        return self.offered.get(self.cleaned_data.get(name) or "")


class WishesForm(PeopleForm):
    """Up to five mentors from the first on, and one whom the mentee would not have."""

    def __init__(self, *args, given=(), **kwargs):
        super().__init__(*args, **kwargs)
        given = list(given)
        for place in range(1, ROWS + 1):
            there = given[place - 1] if place <= len(given) else None
            label = gettext("Place %(place)s") % {"place": place}
            self.fields[f"wish_{place}"] = self.choice(label, initial=str(there.mentor_id) if there else "")
            self.fields[f"reason_{place}"] = _reason(gettext("Why"), initial=there.reason if there else "")
        self.fields["not_with"] = self.choice(_("With whom I would rather not work"))
        self.fields["not_reason"] = _reason(_("Why not"), help_text=_("Only the curator and the psychologist read this."))

    def rows(self) -> list[tuple]:
        return [(self[f"wish_{place}"], self[f"reason_{place}"]) for place in range(1, ROWS + 1)]

    def wishes(self) -> list[tuple]:
        """(mentor record, reason) in the order of places; an empty place is passed over."""
        places = range(1, ROWS + 1)
        return [(record, self.cleaned_data[f"reason_{place}"]) for place in places if (record := self.record(f"wish_{place}"))]


class ViewsForm(PeopleForm):
    """What a mentor says of each mentee who is offered."""

    def __init__(self, *args, given=(), **kwargs):
        super().__init__(*args, **kwargs)
        said = {str(view.mentee_id): view for view in given}
        for key, record in self.offered.items():
            view, name = said.get(key), record.person.full_name
            attitude = view.attitude if view else Attitude.NEUTRAL
            self.fields[f"view_{key}"] = forms.ChoiceField(label=name, choices=Attitude, initial=attitude, required=False, widget=SELECT)
            self.fields[f"why_{key}"] = _reason(gettext("Why"), initial=view.reason if view else "", widget=LINE)

    def rows(self) -> list[tuple]:
        return [(record, self[f"view_{key}"], self[f"why_{key}"]) for key, record in self.offered.items()]

    def views(self) -> dict:
        words = self.cleaned_data
        return {record: (words[f"view_{key}"] or Attitude.NEUTRAL, words[f"why_{key}"]) for key, record in self.offered.items()}


class VetoForm(forms.Form):
    """A pair that is not to be, as staff write it down."""

    mentee = forms.ModelChoiceField(label=_("Mentee"), queryset=None, empty_label=_("Choose"))
    mentor = forms.ModelChoiceField(label=_("Mentor"), queryset=None, empty_label=_("Choose"))
    side = forms.ChoiceField(label=_("Whose veto"), choices=VetoSide, initial=VetoSide.STAFF)
    reason = ProseInput(
        label=_("Reason"),
        help_text=_("Only the author, the curators and the psychologist read it, and each reading is written down."),
    )

    def __init__(self, *args, mentees, mentors, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mentee"].queryset, self.fields["mentor"].queryset = mentees, mentors


class OwnVetoForm(PeopleForm):
    """A guardian's no to one mentor."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["not_with"] = self.choice(_("With whom my child must not be paired"))
        self.fields["not_with"].required = True
        self.fields["not_reason"] = _reason(_("Why"), help_text=_("Only the curator and the psychologist read this."))


class RoundForm(forms.Form):
    closes_on = forms.DateField(label=_("Answers until"), widget=DayInput)
    asks_mentors = forms.BooleanField(label=_("Ask the mentors as well"), required=False)


def _reason(label, **kwargs):
    return forms.CharField(label=label, max_length=REASON, required=False, **kwargs)
