"""The wording of a contract: the one it was drafted with, else the school's, else Tandem's; and how it reads with its facts."""

import re

from mentoring.common.reference import load
from mentoring.common.wording.placeholders import filled
from programmes.queries.wordings import own_texts

FILE = "participants/texts/contracts.toml"
PREFIX = "contract:"  # beside the wordings of orders and documents
HEADING, POINT = "#", "-"
TYPED_NUMBER = re.compile(r"(?:\d{1,2}\.)+(?:\d{1,2})?\s+")  # «2.», «2.1.», «2.1 »; not a day


def contract_kind(kind: str) -> dict:
    """Of the reference data: title, sides, expects, section."""
    return next(entry for entry in load(FILE)["contract"] if entry["code"] == kind)


def contract_placeholders(kind: str) -> dict[str, str]:
    """What may stand in braces: code → meaning."""
    return {entry["code"]: entry["meaning"] for entry in load(FILE)["placeholder"] if kind in entry["of"]}


def template_wording(kind: str) -> dict:
    """As Tandem brings it, in the form that people edit: title, sides (school, mentor), preamble, lines."""
    entry = contract_kind(kind)
    lines = [line for section in entry["section"] for line in (f"{HEADING} {section['title']}", *section["clauses"])]
    return {"title": entry["title"], "sides": entry["sides"], "preamble": entry["preamble"], "lines": lines}


def school_wording(kind: str) -> dict:
    """What a new contract of this kind says in this school."""
    return own_texts(f"{PREFIX}{kind}") or template_wording(kind)


def kept_wording(contract) -> dict:
    """Of a draft that may be on paper already. One from before drafts kept their wording was made of Tandem's."""
    return contract.wording or template_wording(contract.kind)


def all_lines(wording: dict) -> list[str]:
    return [wording["title"], *wording["sides"], wording["preamble"], *wording["lines"]]


def unnumbered(line: str) -> str:
    """Without the number that stood before it in the paper it was copied from: sections and clauses are numbered as they print."""
    mark, text = (HEADING, line.removeprefix(HEADING).strip()) if line.startswith(HEADING) else ("", line)
    return f"{mark} {TYPED_NUMBER.sub('', text, count=1)}".strip() if TYPED_NUMBER.match(text) else line


def contract_text(wording: dict, words: dict[str, str]) -> dict:
    """JSON values: they are kept with the signed contract. A clause bears the number of its section; a point of a list has none."""
    return {
        "title": filled(wording["title"], words),
        "sides": wording["sides"],
        "preamble": filled(wording["preamble"], words),
        "sections": _sections([filled(line, words) for line in wording["lines"]], wording["lines"]),
    }


def _sections(lines: list[str], marked: list[str]) -> list[dict]:
    """`marked` are the same lines with their placeholders: a value cannot begin a section."""
    sections = []
    for line, sign in zip(lines, marked, strict=True):
        if sign.startswith(HEADING):
            sections.append({"title": f"{len(sections) + 1}. {line.removeprefix(HEADING).strip()}", "clauses": [], "count": 0})
            continue
        if not sections:
            sections.append({"title": "1.", "clauses": [], "count": 0})
        last = sections[-1]
        if sign.startswith(POINT):
            last["clauses"].append(f"– {line.removeprefix(POINT).strip()}")
        else:
            last["count"] += 1
            last["clauses"].append(f"{len(sections)}.{last['count']}. {line}")
    return [{"title": section["title"], "clauses": section["clauses"]} for section in sections]
