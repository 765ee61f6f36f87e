"""The wording of an order and of a kind of orders. Text is only text: nothing but the listed placeholders is ever looked at."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.names import search_key
from mentoring.common.refusal import Refusal
from mentoring.common.wording.versions import refuse_stale
from programmes.services.wording import keep_wording
from reports.models import NameForms, Order
from reports.queries.order_texts import template_texts, titled_texts
from reports.services.order_subjects import checked_subjects, keep_subjects


@transaction.atomic
def edit_order(*, actor, order: Order, version: str, texts: dict, details: dict, series: str = "", subjects: dict | None = None) -> Order:
    """Change a draft or a returned order; `version` is the one that the curator saw.

    `texts` are a whole wording, with the keys of `template_texts`: title, preamble, items, lines, annexes, readers.
    `details` are merged into those of the order. `subjects` are the rows that `prepare_order` takes: pairs, ending, changed,
    amends; None leaves them as they are. Raises `StaleText` when a colleague has saved since.
    """
    actor.must(Permission.PREPARE_ORDERS)
    locked = Order.objects.select_for_update(of=("self",)).select_related("programme").get(pk=order.pk)
    if not locked.is_open:
        raise Refusal(_("The order is with the director or in force: its text cannot change. Ask for its return or prepare a new one."))
    refuse_stale(version, locked.version)
    locked.version += 1  # the row is locked
    locked.title, locked.texts, locked.details = texts["title"][:300], texts, locked.details | details
    locked.series = series or locked.series
    if subjects is not None:
        told = checked_subjects(locked.programme, locked.kind, **subjects, order=locked)
        keep_subjects(actor=actor, order=locked, subjects=told)
        locked.amends = told.amends
    locked.save(update_fields=["title", "texts", "details", "series", "amends", "version"])
    locked.writers.add(actor)
    record(actor, "order.edited", locked, **_counted(subjects or {}))
    return locked


def _counted(subjects: dict) -> dict:
    """For the journal: how many pairs the order names, as when it was prepared."""
    return {name: len(subjects.get(name, ())) or None for name in ("pairs", "ending", "changed")}


def freeze_wording(order: Order) -> tuple[str, ...]:
    """As the effect of a step: what the order says from now on is its own, whatever becomes of the school's wording."""
    order.refresh_from_db(fields=["title", "texts"])
    order.texts = titled_texts(order)
    return ("texts",)


def keep_school_texts(*, actor, kind: str, texts: dict, version: str = "") -> None:
    """New orders of this kind read so, and drafts that nobody has worded anew; what was sent keeps its words."""
    keep_paper_wording(actor=actor, key=kind, texts=texts, template=template_texts(kind), version=version)


def keep_paper_wording(*, actor, key: str, texts: dict, template: dict, version: str) -> None:
    """Of an order, or of a paper other than orders."""
    facts = {"key": key, "texts": texts, "template": template, "version": version}
    keep_wording(actor=actor, needs=Permission.PREPARE_ORDERS, event="order_text.changed", **facts)


@transaction.atomic
def keep_name_forms(*, actor, nominative: str, cases: dict[str, str]) -> NameForms:
    """The school's own spelling of a name or post in cases, without any case none; drafts read it at once, signed orders stay."""
    actor.must(Permission.PREPARE_ORDERS)
    written = " ".join(nominative.split())
    same = [row for row in NameForms.objects.select_for_update() if search_key(row.nominative) == search_key(written)]
    row = same[0] if same else NameForms(school_id=actor.school_id)
    row.nominative = written
    for case, form in cases.items():
        setattr(row, case, form)
    row.save()
    record(actor, "name_forms.changed", row)
    if not any(cases.values()):
        row.delete()
    return row
