"""Which person of the school a row means: asked when a file is checked, and again when it is written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mentoring.common.names import search_key
from participants.models import Guardian, Person
from participants.queries.twins import FACTS, TwinIndex

PIECE = 500  # names in one question: databases limit how many values it may hold


@dataclass(frozen=True)
class Match:
    """`person` is None for somebody new; `in_base` says that the record is there already; `twins` that nobody can say who is meant."""

    person: Person | None = None
    in_base: bool = False
    twins: bool = False


def person_key(fields: dict) -> str:
    return _key(fields["surname"], fields["name"], fields["patronymic"])


@lru_cache(maxsize=20_000)  # asked six times for a row
def _key(*names: str) -> str:
    return search_key(*names)


def may_be_one(one: dict, other: dict) -> bool:
    """Namesakes are two people only when their birth dates, or the years that are known, differ."""
    if one["birth_date"] is not None and other["birth_date"] is not None:
        return one["birth_date"] == other["birth_date"]
    years = [fields["birth_date"].year if fields["birth_date"] else fields.get("birth_year") for fields in (one, other)]
    return None in years or years[0] == years[1]


def in_pieces(values: Iterable, *, size: int = PIECE) -> Iterator[list]:
    values = list(values)
    for start in range(0, len(values), size):
        yield values[start : start + size]


class SchoolPeople:
    """The people of the school by name, read once for all rows of a file; `with_facts` their records and representatives as well.

    `also` are keys of people whom somebody has named, whatever they are called.
    """

    def __init__(self, record_model, programme, keys: set[str], *, with_facts: bool = False, also: Iterable[int] = ()):
        self._by_key: dict[str, list[Person]] = defaultdict(list)
        self._records, self._guardians = {}, defaultdict(set)
        for piece in in_pieces(keys):
            for person in Person.objects.filter(search_key__in=piece).order_by("pk"):
                self._by_key[person.search_key].append(person)
        self._named = Person.objects.in_bulk([pk for pk in also if pk])
        self._in_base = set(record_model.objects.filter(programme=programme).values_list("person_id", flat=True))
        if with_facts:
            self._read_facts(record_model, programme)

    def _read_facts(self, record_model, programme) -> None:
        known = {person.pk for people in self._by_key.values() for person in people} | self._named.keys()
        for piece in in_pieces(known):
            self._records |= {row.person_id: row for row in record_model.objects.filter(programme=programme, person__in=piece)}
            for person_id, name in Guardian.objects.filter(person__in=piece).values_list("person", "full_name"):
                self._guardians[person_id].add(search_key(name))

    def match(self, fields: dict) -> Match:
        """The person with this name and birth date; with an unknown date on one side the only one of the name."""
        namesakes = self._by_key.get(person_key(fields), ())
        day = fields["birth_date"]
        exact = [person for person in namesakes if day is not None and person.birth_date == day]
        likely = exact or [person for person in namesakes if may_be_one(vars(person), fields)]
        if not likely:
            return Match()
        if len(likely) > 1:
            return Match(twins=True)
        return Match(likely[0], in_base=likely[0].pk in self._in_base)

    def named(self, pk: int) -> Match | None:
        """The person whom somebody has chosen for a row; None when that entry is gone."""
        person = self._named.get(pk)
        return Match(person, in_base=pk in self._in_base) if person else None

    @cached_property
    def twins(self) -> TwinIndex:
        """Everybody by the signs of twins; read when a row is new and not before."""
        return TwinIndex(Person.objects.values(*FACTS).iterator())

    def record_of(self, person: Person):
        return self._records.get(person.pk)

    def guardians_of(self, person: Person) -> set[str]:
        return self._guardians[person.pk]
