"""A full desk: run inside a copy by `manage.py shell`, it fills the director's desk through the services."""

import json

from django_scopes import scope

from accounts.enums import Role
from accounts.models import Membership
from participants.models import ConsentSheet
from programmes.models import Programme
from reports.services import prepare_order, send_order

KIND = "closing_event"


def send_orders(count: int) -> None:
    """The curator sends so many orders of one kind, each for an event in a place of its own."""
    curator = Membership.objects.active().get(role=Role.CURATOR)
    with scope(school=curator.school):
        programme = Programme.objects.latest("starts_on")
        for number in range(1, count + 1):
            details = {"event_date": programme.ends_on.isoformat(), "event_place": f"кабинет {number}", "members": []}
            send_order(actor=curator, order=prepare_order(actor=curator, programme=programme, kind=KIND, details=details))


def tell_sheet(code: str) -> None:
    """Print as JSON whom a printed sheet is for, its purpose and its state."""
    curator = Membership.objects.active().get(role=Role.CURATOR)
    with scope(school=curator.school):
        sheet = ConsentSheet.objects.select_related("person").get(code=code)
        print(json.dumps([sheet.person.full_name, sheet.purpose, sheet.state]))  # noqa: T201 - the story reads it
