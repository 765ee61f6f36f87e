"""Lines of a wording → blocks of a paper: heading, subheading, point, paragraph, table. Text is only text; nothing in it is carried out."""

import itertools

from mentoring.common.wording.placeholders import PLACEHOLDER, filled

MARKS = {"## ": "subheading", "#. ": "numbered", "# ": "heading", "- ": "point"}
SECTIONS = ("heading", "numbered")
LINE = "_" * 64  # of a sheet, to be written on by hand
ENDS = (".", "!", "?", ";", ":", ",", "…")


def block(kind: str, text: str = "", table: dict | None = None) -> dict:
    return {"kind": kind, "text": text, "table": table}


def points(texts) -> list[dict]:
    return [block("point", text.strip()) for text in texts if text.strip()]


def paragraphs(texts) -> list[dict]:
    return [block("paragraph", text.strip()) for text in texts if text.strip()]


def to_write(lines: int = 2) -> list[dict]:
    """What stands for a fact that nobody has told: lines to write on."""
    return paragraphs([LINE] * lines)


def table(columns: list[str], rows: list, *, wide: bool = False, look: str = "") -> list[dict]:
    """`rows`: lists of cells, a cell a list of lines; a row of one cell is a band across the table. Without rows there is no table.

    `look`: "sign" leaves room for signatures, "marks" keeps the last three columns narrow.
    """
    return [block("table", table={"columns": columns, "rows": rows, "wide": wide, "look": look})] if rows else []


def annex_blocks(annex: dict) -> list[dict]:
    """Those of a text appendix. A payload of the first year has `paragraphs` in their place."""
    old = annex.get("paragraphs", ())
    return annex.get("blocks") or [block("heading" if one["heading"] else "paragraph", one["text"]) for one in old]


def points_ended(texts: list[str]) -> list[str]:
    """Points of one list: each ends by ";", the last one by a full stop, unless they bring their own signs."""
    told = [text if text.endswith(ENDS) else f"{text};" for text in texts]
    return [*told[:-1], *[text.rstrip(";") + "." if text.endswith(";") else text for text in told[-1:]]]


def blocks_of(lines: list[str], words: dict) -> list[dict]:
    """A line of one placeholder alone gives the blocks of that word; a heading with nothing under it is left out.

    Headings that begin with "#." are numbered as they stand then, so no number is missing.
    """
    found = []
    for line in lines:
        alone = PLACEHOLDER.fullmatch(line)
        if alone and alone[1] in words:
            value = words[alone[1]]
            found += value if isinstance(value, list) else paragraphs([str(value)])
        else:
            found.append(_line(line, words))
    return _numbered(_punctuated(_without_empty_headings(found)))


def _line(line: str, words: dict) -> dict:
    mark = next((mark for mark in MARKS if line.startswith(mark)), "")
    plain = {name: value for name, value in words.items() if not isinstance(value, list)}
    return block(MARKS.get(mark, "paragraph"), filled(line.removeprefix(mark), plain))


def _without_empty_headings(found: list[dict]) -> list[dict]:
    kept = []
    for one in reversed(found):
        below = kept[-1]["kind"] if kept else ""
        empty = {"subheading": below in ("", *SECTIONS, "subheading")} | dict.fromkeys(SECTIONS, below in ("", *SECTIONS))
        if not empty.get(one["kind"]):
            kept.append(one)
    return kept[::-1]


def _punctuated(found: list[dict]) -> list[dict]:
    """A list ends its points by ";" and the last one by a full stop, unless they bring their own signs."""
    following = [*found[1:], block("")][: len(found)]
    return [
        one | {"text": one["text"] + (";" if after["kind"] == "point" else ".")}
        if one["kind"] == "point" and not one["text"].endswith(ENDS)
        else one
        for one, after in zip(found, following, strict=True)
    ]


def _numbered(found: list[dict]) -> list[dict]:
    numbers = itertools.count(1)
    return [block("heading", f"{next(numbers)}. {one['text']}") if one["kind"] == "numbered" else one for one in found]
