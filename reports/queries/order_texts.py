"""Kinds of orders as data, and the wording of an order: its own, else the school's, else the one that Tandem brings."""

from functools import cache

from mentoring.common import reference
from programmes.queries.wordings import own_texts
from reports.enums import OrderEffect, OrderState
from reports.queries.document_texts import school_wording

TEXTS = "reports/texts/orders.toml"


def all_texts() -> dict:
    return reference.load(TEXTS)


def order_kinds() -> list[dict]:
    """Every kind, in the order of a school year: code, menu, effect, ask …"""
    return all_texts()["order"]


def order_kind(code: str) -> dict | None:
    return next((kind for kind in order_kinds() if kind["code"] == code), None)


def effect_of(code: str) -> OrderEffect:
    """What the signature of an order of this kind does."""
    return OrderEffect(order_kind(code)["effect"])


def kind_words(code: str) -> str:
    """«Закрепление наставнических пар и групп»: kinds are data of the field, so their names are Russian."""
    return _menus().get(code, "") or str(OrderState.REGISTERED.label)


@cache
def _menus() -> dict[str, str]:
    return {kind["code"]: kind["menu"] for kind in order_kinds()}


def placeholders() -> dict[str, str]:
    """The fixed list: code → meaning. Nothing else in braces is looked at."""
    return {entry["code"]: entry["meaning"] for entry in all_texts()["placeholder"]}


def approved_kind(code: str) -> str:
    """The kind of paper whose text an order of this kind approves, if any."""
    return next((annex["document"] for annex in order_kind(code)["appendix"] if annex["content"] == "text"), "")


def template_texts(code: str) -> dict:
    """The wording that Tandem brings, in the form that people edit.

    Keys: title, preamble, items, lines of the text that the order approves, annexes (code → title), readers of the acknowledgement sheet.
    """
    kind = order_kind(code)
    items = [{"text": item["text"], "parts": list(item.get("subitems", ()))} for item in kind["item"]]
    items.append({"text": all_texts()["control"], "parts": []})
    approved = approved_kind(code)
    lines = school_wording(approved)["lines"] if approved else []
    return {
        "title": kind["title"],
        "preamble": list(kind["preamble"]),
        "items": items,
        "lines": lines,
        "annexes": {annex["code"]: annex["title"] for annex in kind["appendix"]},
        "readers": list(kind["readers"]),
    }


def school_texts(code: str) -> dict:
    """What a new order of this kind says in this school."""
    return template_texts(code) | (own_texts(code) or {})


def order_texts(order) -> dict:
    return school_texts(order.kind) | (order.texts or {})


def titled_texts(order) -> dict:
    """Its wording under the heading that it has got."""
    return {**order_texts(order), "title": order.title}


def all_lines(texts: dict) -> list[str]:
    items = [line for item in texts["items"] for line in (item["text"], *item["parts"])]
    return [texts["title"], *texts["preamble"], *items, *texts.get("annexes", {}).values(), *texts.get("lines", [])]
