"""The questionnaires of entry, as the reference data words them."""

from dataclasses import dataclass
from functools import cache

from mentoring.common.reference import load
from participants.enums import ABOUT_HELP, TopicGroup
from programmes.enums import PersonKind

FILE = "participants/texts/entry.toml"
TEACHING = (PersonKind.TEACHER, PersonKind.VETERAN)
GROUPS = {"help": ABOUT_HELP, "interest": (TopicGroup.INTEREST,), "trait": (TopicGroup.TRAIT,)}


@dataclass(frozen=True)
class Question:
    """`kind`: text, long, number, range (two numbers up to `most`), or help, interest, trait: ticks of the dictionary.

    `fills` is a field of the record, for a range its beginning («class» of class_from and class_to), empty for a remark.
    """

    code: str
    text: str
    hint: str
    kind: str
    fills: str
    most: int
    kinds: frozenset[str]

    @property
    def groups(self) -> tuple:
        return GROUPS.get(self.kind, ())

    def groups_for(self, kind: str) -> tuple:
        """A pupil is not asked about a teacher's work, nor a teacher about the choice of a profession."""
        apart = TopicGroup.CAREER if kind in TEACHING else TopicGroup.METHOD
        return tuple(group for group in self.groups if group != apart)


@dataclass(frozen=True)
class Questionnaire:
    title: str
    lead: str
    version: str
    questions: tuple[Question, ...]

    def asked(self, kind: str) -> list[Question]:
        """What a person of this kind (`PersonKind`) is asked."""
        return [question for question in self.questions if not question.kinds or kind in question.kinds]


@cache
def questionnaire(base: str) -> Questionnaire:
    file = load(FILE)
    entry = next(entry for entry in file["questionnaire"] if entry["base"] == base)
    questions = tuple(_question(question) for question in entry["question"])
    return Questionnaire(entry["title"], entry["lead"], file["version"], questions)


def _question(entry: dict) -> Question:
    return Question(
        code=entry["code"],
        text=entry["text"],
        hint=entry.get("hint", ""),
        kind=entry["kind"],
        fills=entry.get("fills", ""),
        most=entry.get("most", 0),
        kinds=frozenset(entry.get("for", ())),
    )
