"""What happened to a person, newest first, in words. Each room tells its part in the `story_parts` module of its app."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.utils.formats import date_format

from mentoring.common.dates import school_year_bounds

SHOWN_AT_ONCE = 30


@dataclass(frozen=True)
class Event:
    """`rank` orders events of one day, the later one first; `url` opens what it is about, for a reader who may."""

    day: datetime.date
    sentence: str
    icon: str
    tone: str = "neutral"
    note: str = ""
    url: str = ""
    rank: int = 0

    @property
    def when(self) -> str:
        return date_format(self.day)


@dataclass(frozen=True)
class Part:
    name: str
    label: str
    tell: Callable


PARTS: dict[str, Part] = {}


def story_part(name: str, label: str):
    """Register `tell(person, actor)`, which gives the `Event`s that the actor may know, in a number of queries that does not grow.

    It is asked only about people whose facts the actor sees (`Dossier.is_full`).
    """

    def register(tell: Callable[..., Iterable[Event]]) -> Callable:
        if name in PARTS:
            message = f"Two parts of the story are called {name}."
            raise ValueError(message)
        PARTS[name] = Part(name, label, tell)
        return tell

    return register


@dataclass(frozen=True)
class Story:
    """All of the story or, with `about`, one part of it; the first events of it unless `whole`."""

    told: dict[str, list[Event]]
    about: str = ""
    whole: bool = False

    @property
    def parts(self) -> list[dict]:
        """Parts with something in them, for the choice above the story."""
        return [{"name": name, "label": PARTS[name].label, "count": len(events)} for name, events in self.told.items() if events]

    @cached_property
    def events(self) -> list[Event]:
        chosen = [self.told[self.about]] if self.about in self.told else self.told.values()
        return sorted((event for events in chosen for event in events), key=lambda event: (event.day, event.rank), reverse=True)

    @property
    def total(self) -> int:
        return sum(len(events) for events in self.told.values())

    @property
    def is_cut(self) -> bool:
        return not self.whole and len(self.events) > SHOWN_AT_ONCE

    @property
    def years(self) -> list[dict]:
        """School years with their events."""
        shown = self.events[:SHOWN_AT_ONCE] if self.is_cut else self.events
        return [
            {"title": f"{start.year}/{end.year}", "events": list(events)}
            for (start, end), events in groupby(shown, key=lambda event: school_year_bounds(event.day))
        ]


def story_of(person, actor, *, about: str = "", whole: bool = False) -> Story:
    return Story({name: list(part.tell(person, actor)) for name, part in PARTS.items()}, about if about in PARTS else "", whole)
