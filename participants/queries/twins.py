"""Who may be one person entered twice. A suspicion is for a person to judge; nothing follows from it by itself."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from django.db.models import Q

from mentoring.common.names import search_key
from mentoring.common.sheets.letters import with_cyrillic_letters
from participants.enums import TwinSign
from participants.models import Person, ToldApart

FACTS = ("pk", "surname", "name", "patronymic", "birth_date", "birth_year", "phone", "email")
DIGITS = 10  # of a phone number, without the code of the country
LARGEST_CROWD = 20  # people with one sign: more of them have a common number, not a common life
BY_NAME = (TwinSign.NAME, TwinSign.LETTERS, TwinSign.NO_PATRONYMIC, TwinSign.INITIALS)


@dataclass(frozen=True)
class Twins:
    """`signs` are labels for people, the strongest first."""

    one: Person
    other: Person
    signs: list[str]


class TwinIndex:
    """People by their signs. `rows` are dicts with FACTS."""

    def __init__(self, rows: Iterable[dict]):
        self.rows = {row["pk"]: row for row in rows}
        self._by_sign = defaultdict(list)
        for pk, row in self.rows.items():
            for sign in signs_of(row):
                self._by_sign[sign].append(pk)

    def like(self, fields: dict) -> dict[int, list[str]]:
        """{pk: signs} of the people whom these fields, without a pk, may mean."""
        found = defaultdict(list)
        for sign in signs_of(fields) if self.rows else ():
            for pk in self._by_sign.get(sign, ()):
                self._add(found[pk], sign[0], fields, self.rows[pk])
        return {pk: signs for pk, signs in found.items() if signs}

    def pairs(self) -> dict[tuple[int, int], list[str]]:
        found = defaultdict(list)
        for sign, keys in self._by_sign.items():
            for one, other in combinations(keys, 2) if len(keys) <= LARGEST_CROWD else ():
                self._add(found[one, other], sign[0], self.rows[one], self.rows[other])
        return {pair: signs for pair, signs in found.items() if signs}

    def _add(self, signs: list[str], sign: str, one: dict, other: dict) -> None:
        if sign in BY_NAME:
            if signs or _born_apart(one, other):
                return
            if sign == TwinSign.NO_PATRONYMIC and one.get("patronymic") and other.get("patronymic"):
                return
            if sign == TwinSign.NAME and search_key(*_names(one)) != search_key(*_names(other)):
                sign = TwinSign.LETTERS
        signs.append(TwinSign(sign).label)


def signs_of(fields: dict) -> Iterator[tuple]:
    """(sign, what has to be the same …), the strongest first."""
    surname, name, patronymic = (_folded(part) for part in _names(fields))
    yield TwinSign.NAME, surname, name, patronymic
    yield TwinSign.NO_PATRONYMIC, surname, name
    year = fields["birth_date"].year if fields["birth_date"] else fields.get("birth_year")
    if year and name:
        yield TwinSign.INITIALS, surname, name[0], patronymic[:1], year
    if len(digits := _digits(fields.get("phone"))) == DIGITS:
        yield TwinSign.PHONE, digits, name
    if email := (fields.get("email") or "").lower():
        yield TwinSign.EMAIL, email, name


def suspected_twins(limit: int) -> tuple[list[Twins], int]:
    """The first so many pairs of the school that nobody has told apart, and how many there are."""
    pairs = TwinIndex(Person.objects.values(*FACTS).iterator()).pairs()
    apart = set(ToldApart.objects.values_list("pair", flat=True)) if pairs else set()
    left = [(one, other, signs) for (one, other), signs in pairs.items() if ToldApart.key(one, other) not in apart]
    shown = left[:limit]
    people = Person.objects.in_bulk([pk for one, other, _signs in shown for pk in (one, other)])
    return [Twins(people[one], people[other], signs) for one, other, signs in shown], len(left)


def twins_of(fields: dict, *, but: int | None = None) -> list[tuple[Person, list[str]]]:
    """(person, signs) of those in the list whom the fields may mean; `but` is the person itself, who is told apart from some."""
    surname, digits = search_key(fields["surname"]), _digits(fields.get("phone"))
    likely = Q(search_key__startswith=f"{surname} ") | Q(search_key__startswith=f"{_folded(surname)} ") | Q(search_key__regex="[a-z]")
    if len(digits) == DIGITS:
        likely |= Q(phone__regex=r"[^0-9]*".join(digits) + "$")
    if fields.get("email"):
        likely |= Q(email__iexact=fields["email"])
    found = TwinIndex(Person.objects.filter(likely).exclude(pk=but).values(*FACTS)).like(fields)
    if but is not None and found:
        told = set(ToldApart.objects.filter(pair__in=[ToldApart.key(but, pk) for pk in found]).values_list("pair", flat=True))
        found = {pk: signs for pk, signs in found.items() if ToldApart.key(but, pk) not in told}
    people = Person.objects.in_bulk(found)
    return [(people[pk], signs) for pk, signs in found.items()]


def _names(fields: dict) -> tuple[str, str, str]:
    return fields["surname"], fields["name"], fields.get("patronymic") or ""


def _folded(text: str) -> str:
    """Before the letters are made small: H looks Russian, h does not."""
    return search_key(with_cyrillic_letters(text, whole_words=True) or text).replace("-", " ")


def _digits(phone: str | None) -> str:
    return re.sub(r"\D", "", phone or "")[-DIGITS:]


def _born_apart(one: dict, other: dict) -> bool:
    """Both birth dates are known and differ, or both years do: then a name is only a name."""
    dates = [fields["birth_date"] for fields in (one, other)]
    years = [fields["birth_date"].year if fields["birth_date"] else fields.get("birth_year") for fields in (one, other)]
    return (None not in dates and dates[0] != dates[1]) or (None not in years and years[0] != years[1])
