"""What the rules and the criteria are told about people and the programme. An empty fact is an answer that is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pairs.fitting.codes import RuleCode
from pairs.fitting.weights import Level


class Portrait(NamedTuple):
    """Whom a role model asks for."""

    equals: bool = False  # the mentee may be in a higher class
    same_subject: bool = False  # help in method: both teach the subject
    mentor_years: int = 0  # least experience of the mentor


class RoleModelFacts(NamedTuple):
    key: int
    portrait: Portrait = Portrait()


class FormFacts(NamedTuple):
    """A form and the role models that its pairs may take, the preferred one first. A form that names no kind is meant for everybody."""

    key: int
    mentor_kinds: frozenset[str]
    mentee_kinds: frozenset[str]
    role_models: tuple[RoleModelFacts, ...]

    def admits(self, mentor_kind: str, mentee_kind: str) -> bool:
        return (not self.mentor_kinds or mentor_kind in self.mentor_kinds) and (not self.mentee_kinds or mentee_kind in self.mentee_kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class SideFacts:
    record: int
    person: int
    kind: str  # a value of PersonKind
    out: tuple[RuleCode, ...] = ()  # why the person cannot be matched at all
    level: int | None = None  # year of study
    class_name: str = ""
    subjects: frozenset[str] = frozenset()  # in lower case
    years: int | None = None  # of experience at work
    topics: frozenset[str] = frozenset()  # asked for, or offered
    words: frozenset[str] = frozenset()  # stems of what was written about it
    interests: frozenset[str] = frozenset()
    traits: frozenset[str] = frozenset()  # of the mentor, or wished for
    shift: str = ""
    languages: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorFacts(SideFacts):
    places: int = 1  # left
    leads: frozenset[str] = frozenset()  # classes whose class teacher the mentor is
    wished_levels: tuple[int, int] | None = None  # years of study from and to


@dataclass(frozen=True, slots=True, kw_only=True)
class MenteeFacts(SideFacts):
    priority: bool = False


@dataclass(frozen=True, slots=True)
class Wishes:
    """What both sides said in the round; `asked` says that there was one."""

    asked: bool = False
    ranks: Mapping[tuple[int, int], int] = field(default_factory=dict)  # (mentee, mentor) -> 1 for the first wish
    attitudes: Mapping[tuple[int, int], bool] = field(default_factory=dict)  # (mentee, mentor) -> gladly, or rather not


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the programme and of two people together; pairs of records are (mentee, mentor)."""

    forms: tuple[FormFacts, ...]
    levels: Mapping[str, Level] = field(default_factory=dict)  # criterion -> level; one that is not named is off
    rules_off: frozenset[RuleCode] = frozenset()
    vetoes: Mapping[tuple[int, int], frozenset[RuleCode]] = field(default_factory=dict)
    relatives: frozenset[tuple[int, int]] = frozenset()  # persons, each two in both orders
    parted: frozenset[tuple[int, int]] = frozenset()  # persons (mentee, mentor) whose pair ended so that it is not tried again
    wishes: Wishes = Wishes()
