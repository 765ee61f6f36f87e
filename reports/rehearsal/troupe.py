"""Invented people. The same seed gives the same people; no full name comes twice."""

import datetime
import random
from dataclasses import dataclass

from mentoring.common.dates import add_months
from mentoring.common.names import full_name
from mentoring.common.reference import load

MATERIAL = load("reports/rehearsal/names.toml")


@dataclass(frozen=True)
class Invented:
    """Names of somebody who does not exist."""

    surname: str
    name: str
    patronymic: str
    is_woman: bool

    @property
    def full_name(self) -> str:
        return full_name(self.surname, self.name, self.patronymic)


class Troupe:
    """Draws people and their circumstances from the material of `names.toml`."""

    def __init__(self, seed: int):
        self.chance = random.Random(seed)  # noqa: S311 - chance of a demonstration, not of a secret
        self._used: set[str] = set()

    def pick(self, name: str):
        return self.chance.choice(MATERIAL[name])

    def person(self, *, surname_of: Invented | None = None) -> Invented:
        """Draw somebody new; `surname_of` makes a parent of that child."""
        while True:
            is_woman = self.chance.random() < 0.6
            surnames = self._surnames_of(surname_of) if surname_of else self.pick("surnames")
            drawn = Invented(
                surname=surnames[is_woman],
                name=self.pick("female_names" if is_woman else "male_names"),
                patronymic=self.pick("fathers")[is_woman],
                is_woman=is_woman,
            )
            if drawn.full_name not in self._used:
                self._used.add(drawn.full_name)
                return drawn

    def birth_date(self, age: int, on: datetime.date) -> datetime.date:
        """Draw a birthday of somebody who is `age` on the day `on`."""
        return add_months(on, -12 * age - self.chance.randint(1, 11)) + datetime.timedelta(days=self.chance.randint(0, 27))

    def phone(self) -> str:
        return f"+7 000 {self.chance.randint(100, 999)}-{self.chance.randint(10, 99)}-{self.chance.randint(10, 99)}"

    def _surnames_of(self, child: Invented) -> list[str]:
        return next(pair for pair in MATERIAL["surnames"] if child.surname in pair)
