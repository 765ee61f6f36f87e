"""Children whom a text names in any grammatical case: what is told to one family says nothing of another's child."""

import re
from functools import cached_property

from django.db.models import Q

from mentoring.common.names import search_key
from participants.models import Person
from reports.enums import NameCase
from reports.queries.frozen_people import everybody_named, is_guardian
from reports.queries.name_cases import SchoolForms
from reports.queries.order_words import coordinator_of
from reports.queries.person_names import decline_name

YO = str.maketrans("ёЁ", "еЕ")
WORD = re.compile(r"\b[А-ЯЁ]\.|\w[\w-]*")  # an initial with its stop, or a word


class ChildNames:
    """Whom the frozen facts name and who may be children, and their guardians, without those whose names are `shown` to the reader."""

    def __init__(self, order, shown: set[str]):
        self.order, self.shown = order, {without_yo(name) for name in shown}
        self._spelling = SchoolForms()

    def stand_in(self, text: str) -> bool:
        """A surname is enough, unless somebody who may be named has it too: then the first name or its initial decides."""
        words = set(WORD.findall(without_yo(text)))
        return any(words & surnames and (not surnames & self._known or words & names) for surnames, names in self._hidden)

    @cached_property
    def people(self) -> list[dict]:
        return everybody_named(self.order)

    @cached_property
    def _hidden(self) -> list[tuple[set[str], set[str]]]:
        """Forms of the surname and of the first name of each."""
        return [_forms(entry["name"], self._spelling) for entry in self.people if not self._may_be_named(entry)]

    @cached_property
    def _known(self) -> set[str]:
        """A guardian's surname is most often the child's: it tells of nobody else."""
        named = {entry["name"] for entry in self.people if not is_guardian(entry) and self._may_be_named(entry)}
        return {surname for name in named for surname in _forms(name, self._spelling)[0]}

    def _may_be_named(self, entry: dict) -> bool:
        """Members of the staff and grown-ups of the bases; whoever is not known to be one may be a child."""
        if without_yo(entry["name"]) in self.shown:
            return True
        if is_guardian(entry):
            return False
        is_adult = (entry.get("person") or search_key(entry["name"])) in self._adults
        return "user" in entry or entry["name"] == self._coordinator or is_adult

    @cached_property
    def _adults(self) -> set[int | str]:
        """Keys; for those whom a table tells by name alone, `search_key`s that no minor has."""
        keys = {entry["person"] for entry in self.people if entry.get("person")}
        names = {search_key(entry["name"]) for entry in self.people if not entry.get("person")}
        found = list(Person.objects.filter(Q(pk__in=keys) | Q(search_key__in=names)))
        minors = {person.search_key for person in found if person.is_minor}
        adults = [person for person in found if not person.is_minor]
        return {person.pk for person in adults} | {person.search_key for person in adults} - minors

    @cached_property
    def _coordinator(self) -> str:
        return coordinator_of(self.order)["name"]


def without_yo(text: str) -> str:
    """«Семён» and «Семен» are one name: people type either."""
    return text.translate(YO)


def _forms(full_name: str, spelling: SchoolForms) -> tuple[set[str], set[str]]:
    forms = [full_name, *(decline_name(full_name, case) for case in NameCase), *spelling.spelled(full_name)]
    words = [without_yo(form).split() for form in forms]
    names = {found[1] for found in words if len(found) > 1}
    return {found[0] for found in words if found}, names | {f"{name[0]}." for name in names}
