"""Orders in words and signs, for pages."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.enums import OrderState
from reports.workflow import ORDER_WORKFLOW

SIGNS = {"send": ("send", "info"), "return": ("arrow-return-left", "bad"), "sign": ("patch-check", "good"), "discard": ("trash", "neutral")}


def step_ways(order, actor) -> list[dict]:
    """Buttons of the steps that are open now, each with its address."""
    steps = ORDER_WORKFLOW.available(order, actor)
    return [{"step": step, "url": reverse("reports:order_step", args=[order.pk, step.name])} for step in steps]


def story(order) -> list[dict]:
    """What happened to the order, oldest first."""
    prepared = {"when": _moment(order.created_at), "sentence": _("Prepared as a draft"), "who": order.author.user, "icon": "pencil"}
    return [prepared, *[_event(order, row) for row in order.transitions.select_related("by__user")]]


def _event(order, row) -> dict:
    sentences = {
        "send": _("Sent to the director"),
        "return": _("Returned with a remark"),
        "sign": _("Signed as № %(number)s; the pairs are active") % {"number": order.number},
        "discard": _("Discarded; the pairs are free for another order"),
    }
    icon, tone = SIGNS[row.step]
    return {"when": _moment(row.at), "sentence": sentences[row.step], "who": row.by.user, "note": row.note, "icon": icon, "tone": tone}


def _moment(value) -> str:
    return date_format(localtime(value), "SHORT_DATETIME_FORMAT")


def remark(order) -> dict | None:
    """The director's last remark while the order waits for the curator."""
    if order.state != OrderState.RETURNED:
        return None
    row = order.transitions.filter(step="return").select_related("by__user").last()
    return {"text": row.note, "who": row.by.user, "when": _moment(row.at)}


def effect(order, pairs: int) -> str:
    """What the signature will change, or has changed."""
    if order.state == OrderState.SIGNED:
        words = ngettext("%(count)s pair or group works by this order.", "%(count)s pairs and groups work by this order.", pairs)
        return words % {"count": pairs}
    if order.state == OrderState.DISCARDED:
        return _("The order changes nothing: it has been discarded.")
    words = ngettext(
        "After the signature %(count)s pair or group starts to work.",
        "After the signature %(count)s pairs and groups start to work.",
        pairs,
    )
    return words % {"count": pairs}
