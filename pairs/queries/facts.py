"""A record of a base as the facts that rules and criteria read."""

import re

from pairs.fitting.codes import RuleCode
from pairs.fitting.facts import MenteeFacts, MentorFacts
from participants.enums import ABOUT_HELP, Gate, TopicGroup

GATE_CODES = {
    Gate.QUESTIONNAIRE: RuleCode.NO_QUESTIONNAIRE,
    Gate.INTERVIEW: RuleCode.NO_INTERVIEW,
    Gate.SCREENING: RuleCode.NO_CHECK,
    Gate.TRAINING: RuleCode.NOT_TRAINED,
    Gate.CONTRACT: RuleCode.NO_CONTRACT,
}
AGE_IN_FIRST_CLASS = 7
SCHOOL = (1, 11)
STEM = 5  # letters that words of one root share in most cases
SAY_NOTHING = frozenset({"помощ", "помоч", "подго", "подтя", "научи", "улучш", "хочет", "нужна", "нужно", "может", "умеет", "работ"})


def mentor_facts(record, leads: frozenset[str] = frozenset()) -> MentorFacts:
    """Of a row of `with_readiness()` and `with_places_left()`, topics prefetched; `leads` are classes whose class teacher it is."""
    full = () if record.places_left > 0 else (RuleCode.CAPACITY_ZERO,)
    return MentorFacts(
        **_side(record, record.competences),
        out=_out(record) + full,
        places=max(record.places_left, 0),
        leads=leads | {record.person.class_led} - {""},
        wished_levels=wished_levels(record),
    )


def mentee_facts(record, *, priority: bool = False) -> MenteeFacts:
    """Of a row of `with_readiness()`, topics prefetched."""
    return MenteeFacts(**_side(record, record.request), out=_out(record), priority=priority)


def bare_mentor(record) -> MentorFacts:
    """Only what the row of the person says, without a query."""
    return MentorFacts(**_person(record))


def bare_mentee(record) -> MenteeFacts:
    return MenteeFacts(**_person(record))


def class_level(class_name: str) -> int | None:
    """The year of study in «7Б», None when there is no number in front."""
    found = re.match(r"\s*(\d{1,2})", class_name)
    return int(found.group(1)) if found else None


def _side(record, about: str) -> dict:
    topics = list(record.topics.all())
    of_help = frozenset(topic.title for topic in topics if topic.group in ABOUT_HELP)
    return _person(record) | {
        "topics": of_help,
        "words": stems_of(" ".join([about, *of_help])),
        "interests": items_of(record.interests) | {topic.title.lower() for topic in topics if topic.group == TopicGroup.INTEREST},
        "traits": frozenset(topic.title.lower() for topic in topics if topic.group == TopicGroup.TRAIT),
    }


def _person(record) -> dict:
    person = record.person
    return {
        "record": record.pk,
        "person": person.pk,
        "kind": person.kind,
        "level": class_level(person.class_name),
        "class_name": person.class_name,
        "subjects": items_of(person.subject),
        "years": person.experience_years,
        "shift": person.shift,
        "languages": frozenset(person.languages),
    }


def _out(record) -> tuple[RuleCode, ...]:
    consents = (RuleCode.NO_CONSENT,) if record.missing_consents else ()
    return consents + tuple(GATE_CODES[Gate(gate)] for gate in record.missing_gates)


def items_of(text: str) -> frozenset[str]:
    """The items of a list that somebody typed: «Шахматы; музыка» → шахматы, музыка."""
    return frozenset(filter(None, (" ".join(item.split()).lower() for item in re.split(r"[,;\n]", text))))


def stems_of(text: str) -> frozenset[str]:
    """Beginnings of the words that say something."""
    words = re.findall(rf"\w{{{STEM},}}", text.lower())
    return frozenset(word[:STEM] for word in words) - SAY_NOTHING


def wished_levels(record) -> tuple[int, int] | None:
    """Years of study that a mentor would like: from classes, else from ages; None when nothing was said."""
    if record.class_from or record.class_to:
        low, high = record.class_from or SCHOOL[0], record.class_to or SCHOOL[1]
    elif record.age_from or record.age_to:
        low = (record.age_from or AGE_IN_FIRST_CLASS) - AGE_IN_FIRST_CLASS
        high = (record.age_to or AGE_IN_FIRST_CLASS + SCHOOL[1]) - AGE_IN_FIRST_CLASS + 1
    else:
        return None
    low, high = max(low, SCHOOL[0]), min(high, SCHOOL[1])
    return (low, high) if low <= high else None
