"""Kinds of orders as data, and the wording of an order: its own, else the school's, else the one that Tandem brings."""

import re
from functools import cache

from mentoring.common import reference
from reports.enums import OrderState
from reports.models import OrderText

TEXTS = "reports/texts/orders.toml"
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
BLANK = "____________"  # to be written on paper by hand


def all_texts() -> dict:
    return reference.load(TEXTS)


def order_kinds() -> list[dict]:
    """Every kind, in the order of a school year: code, menu, effect, ask …"""
    return all_texts()["order"]


def order_kind(code: str) -> dict | None:
    return next((kind for kind in order_kinds() if kind["code"] == code), None)


def kind_words(code: str) -> str:
    """«Закрепление наставнических пар и групп»: kinds are data of the field, so their names are Russian."""
    return _menus().get(code, "") or str(OrderState.REGISTERED.label)


@cache
def _menus() -> dict[str, str]:
    return {kind["code"]: kind["menu"] for kind in order_kinds()}


def placeholders() -> dict[str, str]:
    """The fixed list: code → meaning. Nothing else in braces is looked at."""
    return {entry["code"]: entry["meaning"] for entry in all_texts()["placeholder"]}


def template_texts(code: str) -> dict:
    """The wording that Tandem brings, in the form that people edit: title, preamble, items, lines of the text appendix."""
    kind = order_kind(code)
    items = [{"text": item["text"], "parts": list(item.get("subitems", ()))} for item in kind["item"]]
    lines = next((list(annex["lines"]) for annex in kind["appendix"] if annex["content"] == "text"), [])
    return {"title": kind["title"], "preamble": list(kind["preamble"]), "items": items, "lines": lines}


def school_texts(code: str) -> dict:
    """What a new order of this kind says in this school."""
    own = OrderText.objects.filter(kind=code).first()
    return own.texts if own else template_texts(code)


def order_texts(order) -> dict:
    return order.texts or school_texts(order.kind)


def names_in(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def filled(text: str, words: dict) -> str:
    """Known placeholders with their values, a blank line for an empty one; everything else in the text is just text."""
    return PLACEHOLDER.sub(lambda found: _value(found, words), text)


def _value(found: re.Match, words: dict) -> str:
    name = found[1]
    if name not in words:
        return found[0]
    return str(words[name]) if words[name] != "" else BLANK
