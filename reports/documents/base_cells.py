"""What stands in a cell of the bases: code of a column → value of a record."""

from pairs.enums import PairState
from participants.queries.base_columns import choice_values

BY_ORDER = (PairState.ACTIVE, PairState.COMPLETED, PairState.ENDED)  # pairs that an order has fixed


def _contacts(record) -> str:
    """The person's own, then the representative's."""
    own = [record.person.phone, record.person.email]
    others = [" ".join(filter(None, (guardian.full_name, guardian.phone))) for guardian in record.person.guardians.all()]
    return ", ".join(filter(None, [*own, *others]))


def _guardian(record):
    return next(iter(record.person.guardians.all()), None)


def _pairs(mentor) -> list:
    return [pair for pair in mentor.pairs.all() if pair.state in BY_ORDER]


def _people(mentor) -> list:
    return [person for pair in _pairs(mentor) for person in pair.mentee_people]


def _pairs_of_mentee(mentee) -> list:
    return [seat.pair for seat in mentee.seats.all() if seat.pair.state in BY_ORDER]


def _each_once(texts) -> str:
    return ", ".join(dict.fromkeys(filter(None, texts)))


CELLS = {
    "name": lambda record: record.person.full_name,
    "contacts": _contacts,
    "entered_on": lambda record: record.entered_on,
    "left_on": lambda record: record.left_on,
    "results": lambda record: record.results,
    "case_link": lambda record: record.case_link,
    "class_name": lambda record: record.person.class_name,
    "subject": lambda record: record.person.subject,
    "post": lambda record: record.person.post,
    "experience_years": lambda record: record.person.experience_years,
    "category": lambda record: record.person.category,
    "birth_date": lambda record: record.person.birth_date,
    "person_kind": lambda record: dict(choice_values("person_kind"))[record.person.kind],
    "phone": lambda record: record.person.phone,
    "email": lambda record: record.person.email,
    "guardian": lambda record: getattr(_guardian(record), "full_name", ""),
    "guardian_phone": lambda record: getattr(_guardian(record), "phone", ""),
}
MENTOR_CELLS = {
    "place": lambda mentor: mentor.person.place,
    "competences": lambda mentor: mentor.competences,
    "achievements": lambda mentor: mentor.achievements,
    "interests": lambda mentor: mentor.interests,
    "wished_age": lambda mentor: mentor.wished_age,
    "time_resource": lambda mentor: mentor.time_resource,
    "capacity": lambda mentor: mentor.capacity,
    "mentees": lambda mentor: ", ".join(person.full_name for person in _people(mentor)),
    "form": lambda mentor: _each_once(pair.form.title for pair in _pairs(mentor)),
    "mentee_place": lambda mentor: _each_once(person.place for person in _people(mentor)),
}
MENTEE_CELLS = {
    "birth_year": lambda mentee: mentee.person.year_of_birth,
    "request": lambda mentee: mentee.request,
    "mentor": lambda mentee: _each_once(pair.mentor.person.full_name for pair in _pairs_of_mentee(mentee)),
    "form": lambda mentee: _each_once(pair.form.title for pair in _pairs_of_mentee(mentee)),
    "mentor_place": lambda mentee: _each_once(pair.mentor.person.place for pair in _pairs_of_mentee(mentee)),
    "completed": lambda mentee: "да" if mentee.completed else "",
}
