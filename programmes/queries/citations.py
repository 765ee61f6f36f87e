"""Wrong requisites of known acts in a text, with the right ones (programmes/presets/acts.toml)."""

import re
from typing import NamedTuple

from mentoring.common import reference

ACTS = "programmes/presets/acts.toml"
MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря")
GAP = r"[^\S\n]"  # a space, but not the end of a line
DAY = rf"(?:\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|[«\"]?\d{{1,2}}[»\"]?{GAP}+(?:{'|'.join(MONTHS)}){GAP}+\d{{4}})(?:{GAP}*г(?:\.|ода)?(?!\w))?"
NUMBER = rf"\b(?=\S{{0,30}}\d)\w+(?:{GAP}?[-‑–—/]{GAP}?\w+)*"
SIGN = rf"(?:№|\bN){GAP}*"
CITATION = re.compile(
    rf"(?:{SIGN})?(?P<number>{NUMBER}){GAP}+от{GAP}+(?P<day>{DAY})"
    rf"|\bот{GAP}+(?P<day_before>{DAY}){GAP}*(?:{SIGN})?(?P<number_after>{NUMBER})"
    rf"|(?:{SIGN})?(?P<alone>{NUMBER})",
    re.IGNORECASE,
)
FAR = 250  # characters between the kind of an act and its number, its title in between
KIND = re.compile(r"\b(?:(распоряжени)\w*|(письм)\w*|(постановлени)\w*|(приказ|указ|закон)(?:а|у|ом|е|ы|ов)?)\b", re.IGNORECASE)
BODY = re.compile(r"(?:\s+(?:[А-ЯЁ][\w.]*|просвещения|образования|науки))*\s*")  # «Министерства просвещения Российской Федерации»
LOOKALIKES = str.maketrans("ABCEHKMOPTXYaceopxy", "АВСЕНКМОРТХУасеорху")


class Remark(NamedTuple):
    found: str
    right: str


class Citation(NamedTuple):
    """`day` is empty where there is none; `kind` is the beginning of the last word before that names one, `between` what parts them."""

    text: str
    number: str
    day: tuple[int, ...]
    kind: str
    between: str


def citation_remarks(*texts: str) -> list[Remark]:
    """Each misprint once, with the right requisites."""
    content, text = reference.load(ACTS), "\n".join(texts)
    acts = [act for act in content["act"] if act["kind"] != "статья"]
    remarks = [Remark(found[0], trap["right"]) for trap in content["trap"] for found in re.finditer(trap["pattern"], text)]
    for citation in _citations(text):
        act = _meant(citation, acts)
        if act is not None and not _is_right(citation, act):
            remarks.append(Remark(citation.text, act["nominative"]))
    return list(dict.fromkeys(remarks))


def _citations(text: str):
    """Numbers with the day before or after them, found as if Latin letters that look like Russian ones were Russian."""
    for found in CITATION.finditer(text.translate(LOOKALIKES)):
        part = next(name for name in ("number", "number_after", "alone") if found[name])
        day = found["day"] or found["day_before"] or ""
        yield Citation(
            text[found.start() : found.end()],
            text[slice(*found.span(part))],
            _day(day),
            *_kind(text[max(0, found.start() - FAR) : found.start()]),
        )


def _day(text: str) -> tuple[int, ...]:
    """(day, month, year), of a day that the calendar does not have as well."""
    for number, month in enumerate(MONTHS, 1):
        text = re.sub(month, f" {number} ", text, flags=re.IGNORECASE)
    return tuple(map(int, re.findall(r"\d+", text)))


def _kind(before: str) -> tuple[str, str]:
    """«указ» of «Указ Президента „О знаке“ от …», with what stands after it; a comma parts it from the number."""
    line = re.sub(r"«[^«»]*»|\([^()]*\)", "", before.rpartition("\n")[2])
    words = list(KIND.finditer(line))
    between = line[words[-1].end() :] if words else ""
    return ("", "") if not words or re.search(r"[;,№]", between) else (next(filter(None, words[-1].groups())).lower(), between)


def _meant(citation: Citation, acts: list[dict]) -> dict | None:
    """The act of this number, of a usual misprint of it, or of this day with a number that differs in one place.

    A day is seldom right by chance: «152-ФЗ» of the day of 156-ФЗ means the latter.
    """
    number = _read(citation.number)
    fit = [act for act in acts if not act["number"].isdigit() or citation.kind == act["kind"]]
    exact = [act for act in fit if number == _read(act["number"])]
    usual = [act for act in fit if number in map(_read, act.get("misprints", ())) and citation.day[2:] in ((), (act["date"].year,))]
    near = [act for act in fit if citation.day == _date(act) and _differ_in_one(number, _read(act["number"]))]
    return next(iter([*filter(lambda act: citation.day == _date(act), exact), *usual, *near, *exact]), None)


def _is_right(citation: Citation, act: dict) -> bool:
    of_another_kind = citation.kind and citation.kind not in act["kind"] and BODY.fullmatch(citation.between)
    return _plain(citation.number) == _plain(act["number"]) and citation.day in ((), _date(act)) and not of_another_kind


def _date(act: dict) -> tuple[int, ...]:
    return act["date"].day, act["date"].month, act["date"].year


def _plain(number: str) -> str:
    return re.sub(r"[‑–—]", "-", re.sub(r"\s", "", number)).upper()


def _read(number: str) -> str:
    """As a reader takes it: Latin letters for Russian ones, «З» for «3»."""
    return _plain(number.translate(LOOKALIKES)).replace("З", "3")


def _differ_in_one(first: str, second: str) -> bool:
    """In one sign, or in two neighbours that changed places."""
    places = [place for place, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]]
    if len(first) != len(second) or len(places) > 2:
        return False
    return len(places) == 1 or sorted(first) == sorted(second)
