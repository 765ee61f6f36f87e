"""Kinds of papers other than orders, as data, and their wording: the paper's own, else the school's, else the one that Tandem brings."""

from functools import cache

from mentoring.common import reference
from programmes.queries.wordings import own_texts

FILES = tuple(f"reports/texts/documents/{name}.toml" for name in ("school", "pairs", "people"))
PLACEHOLDERS = "reports/texts/documents/placeholders.toml"
PREFIX = "document:"  # wordings of documents stand beside those of orders, and both have a «statute»


@cache
def _kinds() -> tuple[dict, ...]:
    found = []
    for path in FILES:
        file = reference.load(path)
        found += [kind | {"version": file["version"]} for kind in file["document"]]
    return tuple(found)


def document_kinds(subject: str = "") -> list[dict]:
    """Every kind: code, menu, subject (programme, pair, person), keep, layout, title, ask, stamps, sign, lines, version, `public`."""
    return [kind for kind in _kinds() if subject in ("", kind["subject"])]


def document_kind(code: str) -> dict | None:
    return next((kind for kind in _kinds() if kind["code"] == code), None)


def template_wording(code: str) -> dict:
    kind = document_kind(code)
    return {"title": kind["title"], "lines": list(kind["lines"])}


def school_wording(code: str) -> dict:
    """What a new paper of this kind says in this school."""
    return own_texts(f"{PREFIX}{code}") or template_wording(code)


def document_wording(document) -> dict:
    return document.texts or school_wording(document.kind)


def document_placeholders(kind: dict) -> dict[str, str]:
    """What may stand in braces in a paper of this kind: code → meaning."""
    return _placeholders({"every", kind["subject"], kind["code"]})


def approved_placeholders() -> dict[str, str]:
    """What may stand in the text that an order approves: the words of the programme."""
    return _placeholders({"every"})


def _placeholders(of: set[str]) -> dict[str, str]:
    return {entry["code"]: entry["meaning"] for entry in reference.load(PLACEHOLDERS)["placeholder"] if entry["of"] in of}
