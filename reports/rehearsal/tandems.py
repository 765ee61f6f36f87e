"""Who asks for what and who can help: rows for the two sheets, grouped into future pairs and one group."""

import datetime
import re
from dataclasses import dataclass, field

from programmes.enums import PersonKind
from reports.rehearsal.troupe import MATERIAL, Invented, Troupe

ADULT_MENTORS = {
    "teacher_teacher": PersonKind.TEACHER,
    "teacher_pupil": PersonKind.TEACHER,
    "student_pupil": PersonKind.STUDENT,
    "employer_pupil": PersonKind.EMPLOYER,
}
PUPIL_MENTEES = {"pupil_pupil", "student_pupil", "employer_pupil", "teacher_pupil"}


@dataclass
class Tandem:
    """`mentor` and `mentees` are rows of the import sheets: code of a column → value."""

    form: str
    role_model: str
    topics: list[str]
    mentor: dict
    mentees: list[dict] = field(default_factory=list)


class Caster:
    """Casts tandems for a year that starts on `start`."""

    def __init__(self, troupe: Troupe, start: datetime.date):
        self.troupe, self.start = troupe, start

    def cast(self, forms: tuple[str, ...], copies: int) -> list[Tandem]:
        """Cast `copies` tandems of each role model of `forms`; the first tandem is a group of three."""
        roles = [role for role in MATERIAL["role"] if role["form"] in forms]
        tandems = [self._tandem(role, mentees=1) for role in roles for _copy in range(copies)]
        tandems[0].mentees += [self.mentee(roles[0]) for _extra in range(2)]
        tandems[0].mentor["capacity"] = 3
        return tandems

    def _tandem(self, role: dict, mentees: int) -> Tandem:
        return Tandem(
            form=role["form"],
            role_model=role["role_model"],
            topics=role["topics"],
            mentor=self.mentor(role),
            mentees=[self.mentee(role) for _number in range(mentees)],
        )

    def mentor(self, role: dict) -> dict:
        kind = ADULT_MENTORS.get(role["form"], PersonKind.PUPIL)
        person = self.troupe.person()
        row = self._pupil(person, self.troupe.pick("mentor_classes")) if kind == PersonKind.PUPIL else self._adult(person, kind)
        return row | {
            "competences": self.troupe.chance.choice(role["competence"]),
            "achievements": self.troupe.pick("achievements"),
            "interests": self.troupe.pick("interests"),
            "wished_age": self.troupe.pick("wished_ages"),
            "time_resource": self.troupe.pick("time_resources"),
            "capacity": 1,
            "entered_on": self.start + datetime.timedelta(days=30),
        }

    def mentee(self, role: dict) -> dict:
        person = self.troupe.person()
        is_pupil = role["form"] in PUPIL_MENTEES
        row = self._pupil(person, self.troupe.pick("mentee_classes")) if is_pupil else self._adult(person, PersonKind.TEACHER, young=True)
        return row | {"request": self.troupe.chance.choice(role["request"]), "entered_on": self.start + datetime.timedelta(days=14)}

    def _pupil(self, person: Invented, class_name: str) -> dict:
        age = int(re.match(r"\d+", class_name)[0]) + 6
        return {
            "name": person.full_name,
            "person_kind": PersonKind.PUPIL,
            "class_name": class_name,
            "birth_date": self.troupe.birth_date(age, self.start),
            "guardian": self.troupe.person(surname_of=person).full_name,
            "guardian_phone": self.troupe.phone(),
        }

    def _adult(self, person: Invented, kind: PersonKind, *, young: bool = False) -> dict:
        chance = self.troupe.chance
        years = chance.randint(0, 3) if young else chance.randint(6, 28)
        row = {
            "name": person.full_name,
            "person_kind": kind,
            "birth_date": self.troupe.birth_date(23 + years, self.start),
            "phone": self.troupe.phone(),
            "experience_years": years,
        }
        if kind == PersonKind.TEACHER:
            subject = self.troupe.pick("subjects")
            return row | {"post": "учитель", "subject": subject, "category": "без категории" if young else self.troupe.pick("categories")}
        if kind == PersonKind.STUDENT:
            university = self.troupe.pick("university")
            course = chance.choice(university["courses"])
            row |= {"birth_date": self.troupe.birth_date(20, self.start), "experience_years": None}
            return row | {"post": f"{university['name']}, {course}"}
        enterprise = self.troupe.pick("enterprise")
        return row | {"post": f"{enterprise['name']}, {chance.choice(enterprise['posts'])}"}
