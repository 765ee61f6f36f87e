"""Numbers after a restore: what was given since the copy is known only to the people who have the papers (docs/deploying.md)."""

import datetime

from django.db import transaction
from django_scopes import scope

from accounts.models import School
from accounts.permissions import Permission
from accounts.services.journal import record
from reports.models import NumberHold
from reports.services.numbers import tell_last


@transaction.atomic
def hold_numbers(*, copied_on: datetime.date) -> int:
    """Give no number in any school before `settle_last_numbers`; returns how many schools wait."""
    schools = School.objects.all()
    for school in schools:
        with scope(school=school):
            NumberHold.objects.update_or_create(school=school, defaults={"copied_on": copied_on})
    return len(schools)


@transaction.atomic
def settle_last_numbers(*, actor, year: int, last: dict[str, int]) -> None:
    """Numbers up to `last` of each series are used up, whatever Tandem knows of them. They never become fewer."""
    actor.must(Permission.PREPARE_ORDERS)
    for series, sequence in last.items():
        tell_last(school_id=actor.school_id, year=year, series=series, last=sequence)
    NumberHold.objects.filter(school_id=actor.school_id).delete()
    record(actor, "numbers.settled", actor.school, year=year, last=", ".join(map(str, last.values())))
