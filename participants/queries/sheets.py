"""Printed consents: the one that a code means, the ones that are out, and for whom sheets may be printed."""

import re

from django.db.models import Q

from mentoring.common.clock import today
from participants.models import ConsentSheet, MenteeRecord, MentorRecord, Person
from participants.models.consent_sheet import ALPHABET, CODE_LENGTH
from programmes.models import Programme

LOOK_ALIKES = str.maketrans("АВЕКМНРСТУХ", "ABEKMHPCTYX")  # Russian letters of the same shape


def read_code(text: str) -> str:
    """The code in what was typed, scanned or pasted (with blanks, hyphens, the whole address), else an empty text."""
    tidy = re.sub(r"[\s\-–]", "", text.strip().rstrip("/").rpartition("/")[2]).upper().translate(LOOK_ALIKES)
    return tidy if len(tidy) == CODE_LENGTH and set(tidy) <= set(ALPHABET) else ""


def sheet_of(actor, text: str) -> ConsentSheet | None:
    code = read_code(text)
    return ConsentSheet.objects.visible_to(actor).with_names().filter(code=code).first() if code else None


def open_sheets(people) -> dict[tuple[int, str], ConsentSheet]:
    """By person and purpose; of several programmes the latest print."""
    rows = ConsentSheet.objects.open().filter(person__in=people).order_by("issued_at", "pk")
    return {(sheet.person_id, sheet.purpose): sheet for sheet in rows}


def running_programmes(actor):
    return Programme.objects.visible_to(actor).filter(ends_on__gte=today()).select_related("year")


def people_of_programme(actor, programme, class_name: str = ""):
    """Who is in a base of the programme now, by class and name."""
    mentors, mentees = (model.objects.filter(programme=programme).present().values("person") for model in (MentorRecord, MenteeRecord))
    rows = Person.objects.visible_to(actor).filter(Q(pk__in=mentors) | Q(pk__in=mentees))
    if class_name:
        rows = rows.filter(class_name=class_name)
    return rows.order_by("class_name", "search_key", "pk")


def latest_programmes(people) -> dict[int, Programme]:
    """For each person the programme that ends last, of those the person has not left."""
    found = {}
    for model in (MentorRecord, MenteeRecord):
        for row in model.objects.present().filter(person__in=people).select_related("programme__year"):
            known = found.get(row.person_id)
            if known is None or known.ends_on < row.programme.ends_on:
                found[row.person_id] = row.programme
    return found


def sheets_in_order(keys: list[int]) -> list[ConsentSheet]:
    """With all that is printed on them."""
    rows = ConsentSheet.objects.select_related("person", "programme__year", "school").prefetch_related("person__guardians")
    found = rows.in_bulk(keys)
    return [found[key] for key in keys]
