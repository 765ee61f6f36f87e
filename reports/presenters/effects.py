"""What a signature will change, in the words that a director reads before signing."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pairs.enums import FINISHED
from pairs.services.amending import RUNNING
from pairs.services.rules import lacking_consents
from reports.enums import OPEN_STATES, OrderEffect, OrderState
from reports.queries.order_texts import effect_of
from reports.queries.orders import named_pairs
from reports.queries.starting import starting_pairs


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
    coming = effect_of(order.kind)
    ending, starting = sum(pair.state not in FINISHED for pair in named_pairs(order, "ending_pairs")), len(named_pairs(order, "pairs"))
    if coming == OrderEffect.REPLACE:
        starting = ending
    if order.amends is not None and coming == OrderEffect.ANNUL:
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
    if coming == OrderEffect.CHANGE and (changed := len(named_pairs(order, "changed_pairs"))):
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
