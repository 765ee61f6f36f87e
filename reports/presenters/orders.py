"""Orders in words and signs, for pages."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pairs.enums import FINISHED
from pairs.services.amending import RUNNING
from pairs.services.rules import lacking_consents
from reports.enums import ANNULMENT, OPEN_STATES, OrderEffect, OrderState
from reports.queries.documents import finished_paper
from reports.queries.order_texts import approved_kind, order_kind
from reports.queries.orders import named_pairs
from reports.queries.reading import digest_of
from reports.queries.starting import starting_pairs
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


def lacking(orders) -> dict[int, list[str]]:
    """By key of the order that is not signed yet, the pairs that its signature could not start today, a line each."""
    starting = [(order, *one) for order in orders if order.state in OPEN_STATES for one in starting_pairs(order)]
    told: dict[int, list[str]] = {order.pk: [] for order in orders}
    for (order, pair, _people), found in zip(starting, lacking_consents([people for _order, _pair, people in starting]), strict=True):
        if found:
            names = ", ".join(f"{person.short_name} ({'; '.join(words)})" for person, words in found)
            told[order.pk].append(_("%(pair)s: without a consent %(people)s") % {"pair": pair, "people": names})
    return told


def effect(order) -> str:
    """What the signature will change, or has changed."""
    if order.state == OrderState.DISCARDED:
        return _("The order changes nothing: it has been discarded.")
    if order.state == OrderState.ANNULLED:
        return _("The order is not in force: another order has annulled it.")
    if order.state == OrderState.REGISTERED:
        return _("The order was issued on paper before Tandem: here are its requisites and its scan.")
    return _signed_effect(order) if order.state == OrderState.SIGNED else _coming_effect(order)


def _signed_effect(order) -> str:
    working = order.pairs.filter(state__in=RUNNING).count()
    if not working:
        return _("The order is in force.")
    words = ngettext("%(count)s pair or group works by this order.", "%(count)s pairs and groups work by this order.", working)
    return words % {"count": working}


def _coming_effect(order) -> str:
    """The sentence that a director reads before signing: how many pairs start, how many stop."""
    ending, starting = sum(pair.state not in FINISHED for pair in named_pairs(order, "ending_pairs")), len(named_pairs(order, "pairs"))
    if order_kind(order.kind)["effect"] == OrderEffect.REPLACE:
        starting = ending
    if order.amends is not None and order_kind(order.kind)["effect"] == OrderEffect.ANNUL:
        return _annulling(order)
    parts = []
    if starting:
        words = ngettext(
            "After the signature %(count)s pair or group starts to work.",
            "After the signature %(count)s pairs and groups start to work.",
            starting,
        )
        parts.append(words % {"count": starting})
    if ending:
        words = ngettext(
            "After the signature %(count)s pair or group stops its work.",
            "After the signature %(count)s pairs and groups stop their work.",
            ending,
        )
        parts.append(words % {"count": ending})
    if order_kind(order.kind)["effect"] == OrderEffect.CHANGE and (changed := len(named_pairs(order, "changed_pairs"))):
        words = ngettext(
            "The new terms of %(count)s pair or group stand in the order.",
            "The new terms of %(count)s pairs and groups stand in the order.",
            changed,
        )
        parts.append(words % {"count": changed})
    return " ".join(parts) or _("The signature gives the order its number and puts it into force; pairs do not change.")


def _annulling(order) -> str:
    told = [_("After the signature the order %(order)s loses its force.") % {"order": order.amends}]
    if ending := order.amends.pairs.filter(state__in=RUNNING).count():
        words = ngettext(
            "%(count)s pair or group that works by it stops its work.",
            "%(count)s pairs and groups that work by it stop their work.",
            ending,
        )
        told.append(words % {"count": ending})
    return " ".join([*told, *_not_restored(order.amends)])


def _not_restored(annulled) -> list[str]:
    """An annulment takes back what goes on by the order, not what the order has ended or changed."""
    told = []
    if ended := annulled.ending_pairs.filter(state__in=FINISHED).count():
        words = ngettext(
            "%(count)s pair that has finished stays finished: the coordinator or the director may open it again on its page.",
            "%(count)s pairs that have finished stay finished: the coordinator or the director may open them again on their pages.",
            ended,
        )
        told.append(words % {"count": ended})
    if changed := annulled.changed_pairs.filter(state__in=RUNNING).count():
        words = ngettext(
            "%(count)s pair keeps the terms that the order had changed.",
            "%(count)s pairs keep the terms that the order had changed.",
            changed,
        )
        told.append(words % {"count": changed})
    return told
