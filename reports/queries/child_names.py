"""Children whom a text names in any grammatical case: what is told to one family says nothing of another's child."""

import re
from functools import cached_property

from participants.models import Person
from reports.enums import NameCase
from reports.queries.name_cases import SchoolForms
from reports.queries.order_words import coordinator_of
from reports.queries.person_names import decline_name

WORD = re.compile(r"\w[\w-]*")


class ChildNames:
    """The `people` of an order's sheet who may be children, without those whose names are `shown` to the reader."""

    def __init__(self, order, people: list[dict], shown: set[str]):
        self.order, self.people, self.shown = order, people, shown
        self._spelling = SchoolForms()

    def stand_in(self, text: str) -> bool:
        """A surname is enough, unless somebody who may be named has it too: then the first name decides."""
        words = set(WORD.findall(text))
        return any(words & surnames and (not surnames & self._known or words & names) for surnames, names in self._hidden)

    @cached_property
    def _hidden(self) -> list[tuple[set[str], set[str]]]:
        """Forms of the surname and of the first name of each."""
        return [_forms(entry["name"], self._spelling) for entry in self.people if not self._may_be_named(entry)]

    @cached_property
    def _known(self) -> set[str]:
        named = {entry["name"] for entry in self.people if self._may_be_named(entry)}
        return {surname for name in named for surname in _forms(name, self._spelling)[0]}

    def _may_be_named(self, entry: dict) -> bool:
        """Members of the staff and grown-ups of the bases; whoever is not known to be one may be a child."""
        staff = "user" in entry or entry["name"] == self._coordinator
        return staff or entry["name"] in self.shown or entry.get("person") in self._adults

    @cached_property
    def _adults(self) -> set[int]:
        keys = [entry["person"] for entry in self.people if entry.get("person")]
        return {person.pk for person in Person.objects.filter(pk__in=keys) if not person.is_minor}

    @cached_property
    def _coordinator(self) -> str:
        return coordinator_of(self.order)["name"]


def _forms(full_name: str, spelling: SchoolForms) -> tuple[set[str], set[str]]:
    forms = [full_name, *(decline_name(full_name, case) for case in NameCase), *spelling.spelled(full_name)]
    words = [form.split() for form in forms]
    return {found[0] for found in words if found}, {found[1] for found in words if len(found) > 1}
