"""Which person of the school a row means: asked when a file is checked, and again when it is written."""

from collections import defaultdict
from dataclasses import dataclass

from mentoring.common.names import search_key
from participants.models import Person


@dataclass(frozen=True)
class Match:
    """`person` is None for somebody new; `in_base` says that the record is there already; `twins` that nobody can say who is meant."""

    person: Person | None = None
    in_base: bool = False
    twins: bool = False


def person_key(fields: dict) -> str:
    return search_key(fields["surname"], fields["name"], fields["patronymic"])


class SchoolPeople:
    """The people of the school by name, read once for all rows of a file."""

    def __init__(self, record_model, programme, keys: set[str]):
        self._by_key: dict[str, list[Person]] = defaultdict(list)
        for person in Person.objects.filter(search_key__in=keys).order_by("pk"):
            self._by_key[person.search_key].append(person)
        self._in_base = set(record_model.objects.filter(programme=programme).values_list("person_id", flat=True))

    def match(self, fields: dict) -> Match:
        """The person with this name and birth date; with an unknown date on one side the only one of the name."""
        namesakes = self._by_key[person_key(fields)]
        day = fields["birth_date"]
        exact = [person for person in namesakes if day is not None and person.birth_date == day]
        likely = exact or [person for person in namesakes if day is None or person.birth_date is None]
        if not likely:
            return Match()
        if len(likely) > 1:
            return Match(twins=True)
        return Match(likely[0], in_base=likely[0].pk in self._in_base)
