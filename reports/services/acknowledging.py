"""Who has read an order: each in the system, or on the printed sheet that the curator marks."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common import clock
from mentoring.common.refusal import Refusal
from reports.enums import OrderState, Way
from reports.models import Acknowledgement, Order


def open_sheet(order: Order, people: list[dict]) -> None:
    """Write the lines of the sheet: the `people` of the frozen facts. Called by the signing."""
    Acknowledgement.objects.bulk_create(
        Acknowledgement(
            school_id=order.school_id,
            order=order,
            position=position,
            name=_fitting("name", entry["name"]),
            post=_fitting("post", entry["post"]),
            person_id=entry.get("person"),
            user_id=entry.get("user"),
        )
        for position, entry in enumerate(people, 1)
    )


def _fitting(column: str, text: str) -> str:
    """A typed line may be longer than a name; the paper has it whole, and no length stops a signature."""
    longest = Acknowledgement._meta.get_field(column).max_length
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


@transaction.atomic
def confirm_reading(*, actor, order: Order) -> int:
    """«I have read it»: for oneself, and a guardian for each child that the order names. Twice is once; returns how many lines are new."""
    own = order.acknowledgements.of_user(actor.user_id)
    if not own.exists():
        raise Refusal(_("Only the person named in the order can confirm this. Ask them to sign in, or mark the signed sheet."))
    lines = list(own.waiting().select_for_update(of=("self",)))
    for line in lines:
        _write(line, clock.today(), Way.SYSTEM, actor)
        record(actor, "order.acknowledged", order, who=line.name)
    return len(lines)


@transaction.atomic
def mark_signed_sheet(*, actor, order: Order, positions: list[int], on: datetime.date) -> list[Acknowledgement]:
    """The curator holds the paper with signatures: mark those lines. Returns the ones that are new."""
    check_may_mark(actor, order)
    if on > clock.today():
        raise Refusal(_("The sheet cannot be signed in the future. Enter today or an earlier day."))
    if on < order.signed_on:
        raise Refusal(_("Nobody can read the order before it is signed. Enter the day of the order or later."))
    lines = list(order.acknowledgements.select_for_update(of=("self",)).waiting().filter(pk__in=positions))
    if not lines:
        raise Refusal(_("Tick the people who have signed the sheet."))
    for line in lines:
        _write(line, on, Way.SHEET, actor)
    record(actor, "order.sheet_marked", order, people=len(lines))
    return lines


@transaction.atomic
def unmark_signed_sheet(*, actor, order: Order, positions: list[int]) -> int:
    """Take back marks made by mistake. What a person has confirmed in the system is that person's word and stays."""
    check_may_mark(actor, order)
    lines = list(order.acknowledgements.select_for_update(of=("self",)).filter(pk__in=positions, way=Way.SHEET))
    if not lines:
        raise Refusal(_("None of these marks can be taken back: they are gone already, or the person has confirmed by the own login."))
    for line in lines:
        _write(line, None, "", None)
    record(actor, "order.sheet_unmarked", order, people=len(lines))
    return len(lines)


def check_may_mark(actor, order: Order) -> None:
    actor.must(Permission.PREPARE_ORDERS)
    if order.state != OrderState.SIGNED:
        raise Refusal(_("Only a signed order has an acknowledgement sheet."))


def _write(line: Acknowledgement, on: datetime.date | None, way: str, actor) -> None:
    line.done_on, line.way, line.recorded_by = on, way, actor
    line.save(update_fields=["done_on", "way", "recorded_by"])
