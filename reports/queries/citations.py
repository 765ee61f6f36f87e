"""Misprints in the requisites of known acts: what to look for and what to write instead (programmes/presets/acts.toml)."""

import re
from typing import NamedTuple

from mentoring.common import reference

ACTS = "programmes/presets/acts.toml"
NUMBER = re.compile(r"от\s+(\d{2}\.\d{2}\.\d{4})(?:\s*г\.?)?\s+№\s*([^\s,;()«»]+)")
MENTORING = "ст. 351.8 ТК РФ"
ARTICLE = re.compile(r"ст(?:\.|ать[еёияю]\w*)\s*358\.1")


class Remark(NamedTuple):
    found: str
    right: str


def citation_remarks(*texts: str) -> list[Remark]:
    """Each misprint once, with the right requisites."""
    content = reference.load(ACTS)
    text = "\n".join(texts)
    remarks = [Remark(found[0], trap["right"]) for trap in content["trap"] if (found := re.search(trap["pattern"], text))]
    if all(remark.right != MENTORING for remark in remarks) and (found := ARTICLE.search(text)):
        remarks.append(Remark(found[0], MENTORING))
    return list(dict.fromkeys([*remarks, *_wrong_dates(content["act"], text)]))


def _wrong_dates(acts: list[dict], text: str) -> list[Remark]:
    """A known number with a date that is not its own."""
    known = {act["number"].lower(): act for act in acts}
    remarks = []
    for day, number in NUMBER.findall(text):
        act = known.get(number.rstrip(".").lower())
        if act is not None and day != f"{act['date']:%d.%m.%Y}":
            remarks.append(Remark(f"от {day} № {number}", act["nominative"]))
    return remarks
