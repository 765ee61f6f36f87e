"""Finding the person that somebody means."""

from django.db.models import Exists, OuterRef, Q

from mentoring.common.names import search_key
from participants.models import MenteeRecord, MentorRecord, Person


def people_like(surname: str, name: str, patronymic: str, birth_date):
    """People of the same name whose birth date is the same, or is unknown on one of the two sides."""
    rows = Person.objects.filter(search_key=search_key(surname, name, patronymic))
    if birth_date is None:
        return rows
    return rows.filter(Q(birth_date=birth_date) | Q(birth_date__isnull=True))


def people_for(actor):
    """People with `is_mentor` and `is_mentee`: do they stand in a base of any programme?"""
    mentors, mentees = (model.objects.filter(person=OuterRef("pk")) for model in (MentorRecord, MenteeRecord))
    return Person.objects.visible_to(actor).annotate(is_mentor=Exists(mentors), is_mentee=Exists(mentees))
