"""Values for the placeholders of letters and certificates. A name that does not tell man from woman is greeted without an adjective."""

from pairs.enums import FINISHED, PairState
from programmes.enums import PersonKind
from reports.enums import NameCase
from reports.queries.name_cases import SchoolForms, lower_first
from reports.queries.person_names import is_woman

OUTSIDE = (PersonKind.STUDENT, PersonKind.ALUMNUS, PersonKind.EMPLOYER, PersonKind.PUBLIC_FIGURE)
STAFF = (PersonKind.TEACHER, PersonKind.VETERAN)  # a post of theirs begins with a small letter, the name of a firm does not
WORKED = (PairState.ACTIVE, PairState.SUSPENDED, *FINISHED)

PUPILS = {True: ("ученица", "ученице"), False: ("ученик", "ученику")}


def person_words(person, programme) -> dict:
    name, forms = person.full_name, SchoolForms()
    return {
        "person": name,
        "person_gen": forms.in_case(name, NameCase.GENITIVE),
        "person_dat": forms.in_case(name, NameCase.DATIVE),
        **_place_words(person, forms),
        "part_gen": _part(person, programme),
        "greeting": greeting([name], is_child=person.kind == PersonKind.PUPIL),
        "greeting_parents": greeting([guardian.full_name for guardian in person.guardians.all()]) or "Уважаемые родители!",
    }


def _place_words(person, forms: SchoolForms) -> dict:
    """«ученица 9А класса», «ученице 9А класса»: beside the name in the nominative and in the dative."""
    place, woman = person_place(person), is_woman(person.full_name)
    dative = forms.in_case(place, NameCase.DATIVE, is_post=True) if person.kind in STAFF and place else place
    if person.kind == PersonKind.PUPIL and person.class_name and woman is not None:
        place, dative = (f"{word} {person.class_name} класса" for word in PUPILS[woman])
    return {"person_place": place, "person_place_dat": dative}


def person_place(person) -> str:
    """«9А класс», «учитель физики»."""
    if person.class_name and person.kind == PersonKind.PUPIL:
        return f"{person.class_name} класс"
    return lower_first(person.place) if person.kind in STAFF else person.place


def greeting(names: list[str], *, is_child: bool = False) -> str:
    """«Уважаемая Мария Ильинична!», «Дорогой Иван!», «Уважаемые Мария Ильинична и Пётр Ильич!»; nobody, nothing."""
    called = [_called(name, is_child=is_child) for name in names]
    if len(called) != 1:
        return f"Уважаемые {' и '.join(called)}!" if called else ""
    woman = is_woman(names[0])
    if woman is None:
        return f"{called[0]}!"
    endings = ("Дорогая", "Дорогой") if is_child else ("Уважаемая", "Уважаемый")
    return f"{endings[not woman]} {called[0]}!"


def _called(name: str, *, is_child: bool) -> str:
    words = name.split()
    if len(words) < 2:
        return name
    return words[1] if is_child else " ".join(words[1:3])


def _part(person, programme) -> str:
    mentor = person.mentorrecords.filter(programme=programme).exists()
    mentee = person.menteerecords.filter(programme=programme).exists()
    return " и ".join(word for word, is_so in (("наставника", mentor), ("наставляемого", mentee)) if is_so) or "участника"


def working_pairs(programme) -> list:
    """Pairs that work or have worked, with the names of their people."""
    return list(programme.pairs.filter(state__in=WORKED).with_names())


def people_for(kind: dict, pairs: list) -> list:
    """Whom a letter or certificate of this kind is made for: people of its `working_pairs`, by name."""
    found = {}
    for pair in pairs:
        if kind["for_whom"] == "participant":
            found |= {one.pk: one for one in pair.mentee_people}
        mentor = pair.mentor.person
        if _suits(kind["for_whom"], mentor):
            found[mentor.pk] = mentor
    return sorted(found.values(), key=lambda one: one.full_name)


def _suits(whom: str, mentor) -> bool:
    return {"pupil_mentor": mentor.kind == PersonKind.PUPIL, "outside_mentor": mentor.kind in OUTSIDE}.get(whom, True)
