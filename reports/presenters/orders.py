"""Orders in words and signs, for pages."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from mentoring.common.wording.digests import digest_of
from reports.enums import ANNULMENT, OPEN_STATES, OrderState
from reports.queries.documents import finished_paper
from reports.queries.order_texts import approved_kind
from reports.workflow import ORDER_WORKFLOW

SIGNS = {
    "send": ("send", "info"),
    "recall": ("arrow-counterclockwise", "neutral"),
    "return": ("arrow-return-left", "bad"),
    "sign": ("patch-check", "good"),
    "discard": ("trash", "neutral"),
    "annul": ("x-octagon", "bad"),
}


def step_ways(order, actor, facts: dict) -> list[dict]:
    """Buttons of the steps that are open now, each with its address; that of the signature carries what has been read."""
    ways = []
    for step in ORDER_WORKFLOW.available(order, actor):
        read = digest_of(facts) if step.name == "sign" else ""
        ways.append({"step": step, "url": reverse("reports:order_step", args=[order.pk, step.name]), "read": read})
    return ways


def story(order) -> list[dict]:
    """What happened to the order, oldest first."""
    prepared = {"when": _moment(order.created_at), "sentence": _("Prepared as a draft"), "who": order.author.user, "icon": "pencil"}
    return [prepared, *[_event(order, row) for row in order.transitions.select_related("by__user")]]


def _event(order, row) -> dict:
    sentences = {
        "send": _("Sent to the director"),
        "recall": _("Taken back from the director"),
        "return": _("Returned with a remark"),
        "sign": _("Signed as № %(number)s, in force") % {"number": order.number},
        "discard": _("Discarded; the pairs are free for another order"),
        "annul": _("Annulled by another order; the number stays taken"),
    }
    icon, tone = SIGNS[row.step]
    return {"when": _moment(row.at), "sentence": sentences[row.step], "who": row.by.user, "note": row.note, "icon": icon, "tone": tone}


def _moment(value) -> str:
    return date_format(localtime(value), "SHORT_DATETIME_FORMAT")


def approved_text(order) -> dict | None:
    """Where an order on its way has the text from that it approves: the finished `paper`, else the wording; `documents` leads to papers."""
    kind = approved_kind(order.kind) if order.state in OPEN_STATES else ""
    if not kind:
        return None
    return {"paper": finished_paper(order.programme, kind), "documents": reverse("reports:documents", args=[order.programme_id])}


def remark(order) -> dict | None:
    """The director's last remark while the order waits for the curator."""
    if order.state != OrderState.RETURNED:
        return None
    row = order.transitions.filter(step="return").select_related("by__user").last()
    return {"text": row.note, "who": row.by.user, "when": _moment(row.at)}


def amendments(order) -> list[dict]:
    """The orders in force that have changed or annulled this one, each with its sentence and tone."""
    return [
        {"order": row, "sentence": amendment_words(row), "tone": "wait" if row.kind == ANNULMENT else "info"}
        for row in order.amended_by.in_force().order_by("signed_on", "pk")
    ]


def amendment_words(amending) -> str:
    """«Отменён приказом № 2-од от 12.10.2026», beside the order that `amending` changes or annuls."""
    annulled, changed = _("Annulled by the order № %(number)s of %(day)s"), _("Changed by the order № %(number)s of %(day)s")
    words = annulled if amending.kind == ANNULMENT else changed
    return words % {"number": amending.number, "day": date_format(amending.signed_on, "SHORT_DATE_FORMAT")}
