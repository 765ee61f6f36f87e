"""Kinds and wordings of orders, for pages."""

from django.urls import reverse
from django.utils.translation import gettext as _

from reports.enums import PAIRING, OrderEffect
from reports.queries.citations import citation_remarks
from reports.queries.order_texts import all_lines, order_kinds, placeholders
from reports.queries.placeholders import names_in

ICONS = {
    OrderEffect.NONE: "file-earmark-text",
    OrderEffect.ACTIVATE: "people",
    OrderEffect.END: "flag",
    OrderEffect.CHANGE: "arrow-left-right",
    OrderEffect.REPLACE: "person-gear",
    OrderEffect.ANNUL: "x-octagon",
}


def kind_cards(programme) -> list[dict]:
    """Kinds with their addresses; the order on pairs has a page of its own."""
    cards = []
    for kind in order_kinds():
        effect = OrderEffect(kind["effect"])
        url = reverse("reports:order_draft", args=[programme.pk, kind["code"]])
        if kind["code"] == PAIRING:
            url = f"{reverse('reports:order_prepare')}?programme={programme.pk}"
        cards.append({"title": kind["menu"], "note": effect.label, "url": url, "icon": ICONS[effect]})
    return cards


def remarks_on(texts: dict) -> list[str]:
    """What a careful secretary would say: wrong requisites of acts, placeholders that Tandem does not know."""
    lines = all_lines(texts)
    unknown = sorted(set().union(*map(names_in, lines)) - set(placeholders()))
    remarks = [_("“%(found)s”: write %(right)s.") % remark._asdict() for remark in citation_remarks(*lines)]
    return [*remarks, *[_("{%(name)s} is not a placeholder of Tandem and will print as it stands.") % {"name": name} for name in unknown]]


def used_placeholders(texts: dict) -> list[tuple[str, str]]:
    """The fixed list, those of this text first."""
    used = set().union(*map(names_in, all_lines(texts)))
    known = placeholders()
    return [(f"{{{name}}}", known[name]) for name in sorted(known, key=lambda name: (name not in used, name))]
