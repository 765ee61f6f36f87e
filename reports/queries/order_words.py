"""A value for every placeholder of an order; what nobody has told is empty."""

import datetime

from django.utils.functional import lazy

from mentoring.common.dates import short_day
from mentoring.common.quotes import in_quotes, inner_quotes
from pairs.models import Pair
from participants.models import MentorRecord
from programmes.enums import PersonKind
from reports.enums import NameCase
from reports.queries.document_people import STAFF, person_place
from reports.queries.name_cases import SchoolForms
from reports.queries.order_people import controller_of, coordinator_member, coordinator_of, curator_of, role_post
from reports.queries.person_names import is_woman
from reports.queries.school_words import school_words

CASES = {"gen": NameCase.GENITIVE, "dat": NameCase.DATIVE, "acc": NameCase.ACCUSATIVE, "ins": NameCase.INSTRUMENTAL}


def order_words(order, pairs: list, ending: list, changed: list, forms: SchoolForms | None = None) -> dict:
    programme, told, forms = order.programme, order.details, forms or SchoolForms()
    groups = sum(pair.is_group for pair in pairs)
    return {
        "school": order.school.full_name,
        **school_words(order.school),
        "place": order.school.place,
        "director_post": order.school.director_post,
        "appendix_pairs": "",
        "appendix_ending": "",
        "appendix_changed": "",
        "programme": inner_quotes(programme.title),
        "year": str(programme.year),
        "start": _told_day(told, "start") or short_day(min((pair.starts_on for pair in pairs), default=programme.starts_on)),
        "end": short_day(max((pair.ends_on for pair in pairs), default=programme.ends_on)),
        "report_due": short_day(programme.ends_on),
        **person_words("curator", curator_of(order), forms),
        **_coordinator_words(order, forms),
        "control": _control(order, forms),
        "protocol": protocol(told),
        "basis_order": told.get("basis_order", ""),
        "pairs_count": len(pairs) - groups if order.kind == "pairing" else len(pairs),
        "groups_count": groups,
        "mentors_count": len(told["mentors"]) if "mentors" in told else len({pair.mentor_id for pair in pairs}),
        "mentees_count": sum(len(pair.mentee_people) for pair in pairs),
        "event_date": _told_day(told, "event_date"),
        "event_place": told.get("event_place", ""),
        "amended": amended(order.amends),
        "ending_count": len(ending),
        "changed_count": len(changed),
        "reason": told.get("reason", ""),
        **_replacement(told, ending, forms),
    }


def person_words(part: str, person: dict, forms: SchoolForms) -> dict:
    """Name and post in the nominative and in the cases; `_named_acc` is the name with the post, as a person is appointed."""
    name, post = person["name"], person["post"]
    words = {part: name, f"{part}_post": post, **_cases(part, name, forms), **_cases(f"{part}_post", post, forms, is_post=True)}
    return words | {f"{part}_named_acc": _joined(words[f"{part}_acc"], words[f"{part}_post_acc"])}


def _cases(part: str, text: str, forms: SchoolForms, *, is_post: bool = False) -> dict:
    """Declined when a text mentions it: an order needs two or three of the many."""
    return {f"{part}_{short}": _declined(forms, text, case, is_post=is_post) if text else "" for short, case in CASES.items()}


_declined = lazy(lambda forms, text, case, **what: forms.in_case(text, case, **what), str)
_joined = lazy(lambda *parts: ", ".join(filter(None, map(str, parts))), str)


def _control(order, forms: SchoolForms) -> str:
    """«возлагаю на Петрову Марию Ильиничну, заместителя директора»."""
    person = person_words("control", controller_of(order), forms)
    return f"возлагаю на {person['control_named_acc']}" if person["control"] else "оставляю за собой"


def _coordinator_words(order, forms: SchoolForms) -> dict:
    """`coordinator_named_acc`: who is made coordinator is not called one beside the name."""
    member = coordinator_member(order)
    words = person_words("coordinator", coordinator_of(order), forms)
    if member is not None and words["coordinator_post"] == role_post(member):
        words["coordinator_named_acc"] = words["coordinator_acc"]
    return words


def protocol(told: dict) -> str:
    """«протокол от 30.08.2026 № 1»."""
    number, day = told.get("protocol_number", ""), _told_day(told, "protocol_date")
    parts = [f"от {day}" if day else "", f"№ {number}" if number else ""]
    return " ".join(["протокол", *filter(None, parts)]) if any(parts) else ""


def amended(order) -> str:
    """«от 12.10.2026 № 1-од „О закреплении …“»."""
    if order is None:
        return ""
    return f"от {short_day(order.signed_on)} № {order.number} {in_quotes(order.title)}"


def new_mentor(told: dict) -> MentorRecord | None:
    key = told.get("new_mentor")
    return MentorRecord.objects.with_person().filter(pk=key).first() if key else None


def _replacement(told: dict, ending: list[Pair], forms: SchoolForms) -> dict:
    mentor = new_mentor(told)
    return {
        **_cases("old_mentor", ending[0].mentor.person.full_name if ending else "", forms),
        **_cases("new_mentor", mentor.person.full_name if mentor else "", forms),
        "new_mentor_post_acc": _post_acc(mentor.person, forms) if mentor else "",
    }


def _post_acc(person, forms: SchoolForms) -> str:
    """«учителя физики», «ученицу 9А класса»; a name that does not tell man from woman leaves the class alone."""
    place = person_place(person)
    if person.kind != PersonKind.PUPIL or not person.class_name:
        return forms.in_case(place, NameCase.ACCUSATIVE, is_post=True) if person.kind in STAFF and place else place
    words = {True: "ученицу {} класса", False: "ученика {} класса", None: "{} класс"}
    return words[is_woman(person.full_name)].format(person.class_name)


def _told_day(told: dict, name: str) -> str:
    return short_day(datetime.date.fromisoformat(told[name])) if told.get(name) else ""
