"""Whom open orders name, and how the names and posts read in cases."""

from typing import NamedTuple

from django.db.models import Q

from mentoring.common.names import search_key
from pairs.models import Pair
from participants.models import Person
from reports.enums import OPEN_STATES, NameCase
from reports.models import Order
from reports.queries.document_people import STAFF
from reports.queries.name_cases import SchoolForms, lower_first
from reports.queries.order_people import member_facts, staff_members
from reports.queries.person_names import is_name, is_woman
from reports.queries.post_cases import is_sure_post


class Reading(NamedTuple):
    text: str
    is_own: bool
    is_unsure: bool


def drafted_names(school_id: int, forms: SchoolForms, search: str = "") -> list[Reading]:
    """Names and posts of people in open orders and of the staff who may stand there, each once; the doubtful come first."""
    wanted = search_key(search)
    found = {text for text in (*_people(), *_staff(school_id)) if text and wanted in search_key(text)}
    readings = [_reading(text, forms) for text in found]
    return sorted(readings, key=lambda reading: (not reading.is_unsure, not is_name(reading.text), search_key(reading.text)))


def in_all_cases(text: str, forms: SchoolForms) -> dict[str, str]:
    is_post = not is_name(text)
    return {case.value: forms.in_case(text, case, is_post=is_post) for case in NameCase}


def _reading(text: str, forms: SchoolForms) -> Reading:
    is_own = bool(forms.spelled(text))
    is_sure = is_woman(text) is not None if is_name(text) else is_sure_post(text)
    return Reading(text, is_own=is_own, is_unsure=not is_own and not is_sure)


def _people():
    orders = Order.objects.filter(state__in=OPEN_STATES)
    details = list(orders.values_list("details", flat=True))
    records = {key for told in details for key in (told.get("new_mentor"), *told.get("mentors", ())) if key}
    pairs = Pair.objects.filter(Q(orders__in=orders) | Q(ending_orders__in=orders) | Q(changing_orders__in=orders))
    mentors = Q(mentorrecords__pairs__in=pairs) | Q(mentorrecords__in=records)
    for person in Person.objects.filter(mentors | Q(menteerecords__pairs__in=pairs)).distinct():
        yield person.full_name
        yield lower_first(person.post) if person.kind in STAFF else ""


def _staff(school_id: int):
    for member in staff_members(school_id):
        yield from member_facts(member).values()
