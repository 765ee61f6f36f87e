"""What a text must lose before Excel may hold it."""

import re

SHEET_NAME_LIMIT = 31
TEXT_LIMIT = 32_767  # characters in one cell, Excel's own limit

# XML 1.0 knows no control characters but TAB, LF, CR, and no halves of surrogate pairs; `_x0041_` reads back as «A» (ECMA-376, ST_Xstring).
UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
FORBIDDEN_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def clean_text(text: str) -> str:
    """The same text without characters that a workbook cannot hold; an overlong one ends with «…»."""
    if UNSAFE.search(text):
        text = UNSAFE.sub(lambda match: "_x005F_" if match[0] == "_" else "", text)
    return text if len(text) <= TEXT_LIMIT else text[: TEXT_LIMIT - 1] + "…"


def sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that Excel accepts and that is not among `taken` (lower case); the new one is added there."""
    base = " ".join(FORBIDDEN_IN_SHEET_NAME.sub(" ", clean_text(wanted)).split()).strip("'") or "Sheet"
    name, number = base[:SHEET_NAME_LIMIT], 1
    while name.lower() in taken:
        number += 1
        suffix = f" ({number})"
        name = base[: SHEET_NAME_LIMIT - len(suffix)] + suffix
    taken.add(name.lower())
    return name
