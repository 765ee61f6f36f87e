"""Finding the person that somebody means."""

from django.db.models import Q

from mentoring.common.names import search_key
from participants.models import Person


def people_like(surname: str, name: str, patronymic: str, birth_date):
    """People of the same name whose birth date is the same, or is unknown on one of the two sides."""
    rows = Person.objects.filter(search_key=search_key(surname, name, patronymic))
    if birth_date is None:
        return rows
    return rows.filter(Q(birth_date=birth_date) | Q(birth_date__isnull=True))
