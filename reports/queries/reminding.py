"""Whom a letter can remind of an order, and who signs the printed sheet."""

from dataclasses import dataclass

from accounts.models import Membership
from mentoring.common import clock
from participants.models import Guardian
from reports.models import Acknowledgement


@dataclass(frozen=True)
class Reminder:
    """`addresses`: where the letters go; `written` and `on_paper`: the waiting lines that they reach and do not reach."""

    addresses: list[str]
    written: list[Acknowledgement]
    on_paper: list[Acknowledgement]
    is_sent: bool  # today already


def reminder_of(order, waiting: list[Acknowledgement]) -> Reminder:
    """Of the `waiting` lines of its sheet. The person of a line, or a child's guardian, is reached who has a role and an e-mail."""
    users = _users_of(waiting)
    members = Membership.objects.active().filter(school_id=order.school_id, user__in=set().union(*users.values())).exclude(user__email="")
    emails = dict(members.values_list("user_id", "user__email"))
    reached = {line.pk for line in waiting if users[line.pk] & emails.keys()}
    return Reminder(
        addresses=sorted(set(emails.values())),
        written=[line for line in waiting if line.pk in reached],
        on_paper=[line for line in waiting if line.pk not in reached],
        is_sent=order.acknowledgements.filter(reminded_on=clock.today()).exists(),
    )


def _users_of(lines: list[Acknowledgement]) -> dict[int, set[int]]:
    """Keys of the users who may confirm each line."""
    keys = [line.pk for line in lines]
    named = Acknowledgement.objects.filter(pk__in=keys).values_list("pk", "user_id", "person_id", "person__user_id")
    found = {pk: {user, own} for pk, user, _person, own in named}
    people = {}
    for pk, _user, person, _own in named:
        people.setdefault(person, []).append(pk)
    for person, user in Guardian.objects.filter(person__in=people.keys() - {None}, user__isnull=False).values_list("person_id", "user_id"):
        for pk in people[person]:
            found[pk].add(user)
    return {pk: users - {None} for pk, users in found.items()}
