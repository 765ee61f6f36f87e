"""Rows of the conditions page: mentees who come only together, mentors who take only a group."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from pairs.services.coupling import LARGEST

MEMBERS = [f"member_{number}" for number in range(1, LARGEST + 1)]
SPARE = 2  # empty rows below those that are there


class PersonField(forms.TypedChoiceField):
    """A record out of those that the page has read once for all rows."""

    def __init__(self, **kwargs):
        super().__init__(required=False, empty_value=None, **kwargs)

    def find(self, key):
        if int(key) not in self.people:
            raise ValueError(key)
        return self.people[int(key)]

    def offer(self, people: dict) -> None:
        self.people, self.coerce = people, self.find
        self.choices = [("", "—"), *((key, str(one)) for key, one in people.items())]


class GroupForm(forms.Form):
    """One small group; an empty row is none."""

    member_1 = PersonField(label=_("Mentee 1"))
    member_2 = PersonField(label=_("Mentee 2"))
    member_3 = PersonField(label=_("Mentee 3"))
    member_4 = PersonField(label=_("Mentee 4"))

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        for name in MEMBERS:
            self.fields[name].offer(people)

    def value(self) -> list:
        return [one for name in MEMBERS if (one := self.cleaned_data.get(name))]


class LeastForm(forms.Form):
    """One mentor who takes only a group; an empty row is none."""

    mentor = PersonField(label=_("Mentor"))
    number = forms.IntegerField(label=_("Mentees, at least"), min_value=2, max_value=30, required=False)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mentor"].offer(people)

    def clean(self):
        given = self.cleaned_data
        if not self.errors and bool(given.get("mentor")) != bool(given.get("number")):
            self.add_error("number", _("Choose a mentor and enter a number, or empty the row."))


GroupForms = forms.formset_factory(GroupForm, extra=SPARE, max_num=100, absolute_max=100)
LeastForms = forms.formset_factory(LeastForm, extra=SPARE, max_num=100, absolute_max=100)


class CouplingForms:
    """Both tables of rows; `choice` is a part of what `choose_policy` takes."""

    def __init__(self, data, *, policy, mentees: Iterable, mentors: Iterable):
        mentees, mentors = {one.pk: one for one in mentees}, {one.pk: one for one in mentors}
        groups = [[key for key in group if key in mentees] for group in policy.together]
        rows = [dict(zip(MEMBERS, group, strict=False)) for group in groups if len(group) > 1]
        self.groups = GroupForms(data, prefix="together", initial=rows, form_kwargs={"people": mentees})
        rows = [{"mentor": mentor, "number": number} for mentor, number in policy.least if mentor in mentors]
        self.least = LeastForms(data, prefix="least", initial=rows, form_kwargs={"people": mentors})

    def is_valid(self) -> bool:
        return all([self.groups.is_valid(), self.least.is_valid()])

    def choice(self) -> dict:
        least = [(row.cleaned_data["mentor"], row.cleaned_data["number"]) for row in self.least if row.cleaned_data.get("mentor")]
        return {"together": [group for row in self.groups if (group := row.value())], "least": least}
