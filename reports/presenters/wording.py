"""Kinds and wordings of orders, for pages."""

from django.urls import reverse
from django.utils.translation import gettext as _

from programmes.wording_help import placeholder_rows, remarks_on_lines
from reports.enums import PAIRING, OrderEffect
from reports.queries.document_texts import approved_placeholders
from reports.queries.order_texts import all_lines, effect_of, order_kinds, placeholders
from reports.queries.orders import last_of_each_kind

ICONS = {
    OrderEffect.NONE: "file-earmark-text",
    OrderEffect.ACTIVATE: "people",
    OrderEffect.END: "flag",
    OrderEffect.CHANGE: "arrow-left-right",
    OrderEffect.REPLACE: "person-gear",
    OrderEffect.ANNUL: "x-octagon",
}


def kind_cards(programme) -> list[dict]:
    """Kinds with their addresses and the order of the kind that is there already; the order on pairs has a page of its own."""
    cards, there = [], last_of_each_kind(programme)
    for kind in order_kinds():
        effect = effect_of(kind["code"])
        url = reverse("reports:order_draft", args=[programme.pk, kind["code"]])
        if kind["code"] == PAIRING:
            url = f"{reverse('reports:order_prepare')}?programme={programme.pk}"
        cards.append({"title": kind["menu"], "note": effect.label, "url": url, "icon": ICONS[effect], "order": there.get(kind["code"])})
    return cards


def remarks_on(texts: dict, typed: dict | None = None) -> list[str]:
    """What a careful secretary would say of an order and of what is `typed` into it: bases, questions of a meeting.

    The text of the appendix may name what the programme's papers name, too.
    """
    known, lines = placeholders(), texts.get("lines", [])
    return remarks_on_lines((all_lines(texts | {"lines": []}), known), (lines, approved_placeholders() | known), typed=typed)


def listed_placeholders(texts: dict) -> list[dict]:
    """The fixed list, and what else the text of the appendix may have: {title, rows}, those of this text first."""
    only = {name: meaning for name, meaning in approved_placeholders().items() if name not in placeholders()}
    lists = [(_("What may stand in braces"), all_lines(texts), placeholders())]
    lists += [(_("In the text of the appendix also"), texts["lines"], only)] if texts["lines"] else []
    return [{"title": title, "rows": placeholder_rows(lines, known)} for title, lines, known in lists]
