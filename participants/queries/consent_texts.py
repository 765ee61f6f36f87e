"""What exactly somebody signs: the text of a consent from the reference data, its version, its digest and its term."""

import datetime
import hashlib
import json
from dataclasses import dataclass
from functools import cache

from mentoring.common.reference import load

FILE = "participants/texts/consents.toml"
PRINTED = ("title", "purpose", "data", "actions", "conditions", "methods", "validity", "withdrawal")


@dataclass(frozen=True)
class ConsentText:
    """`words` is what the sheet prints, placeholders and all."""

    title: str
    version: str
    sha256: str
    words: dict


@cache
def consent_text(purpose: str, *, minor: bool) -> ConsentText:
    """The text for a person of age or for a minor; the digest covers every word that the sheet prints."""
    entry = next(entry for entry in load(FILE)["consent"] if entry["code"] == purpose)
    wanted = {"both_from_14", "guardian"} if minor else {"adult"}
    variant = next(variant for variant in entry["variant"] if variant["signer"] in wanted)
    words = {key: entry[key] for key in PRINTED if key in entry} | {"text": variant["text"]}
    digest = hashlib.sha256(json.dumps(words, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    return ConsentText(entry["title"], str(entry["version"]), digest, words)


def fits(purpose: str, person) -> bool:
    """Is this consent asked of such a person? A teacher's work as a mentor is nobody else's."""
    kinds = _kinds(purpose)
    return not kinds or (person.kind in kinds and not person.is_minor)


@cache
def _kinds(purpose: str) -> tuple[str, ...]:
    return tuple(next(entry for entry in load(FILE)["consent"] if entry["code"] == purpose).get("for_kinds", ()))


def valid_until(purpose: str, programme) -> datetime.date | None:
    """The last day of a consent given for `programme`; None when it holds until it is withdrawn."""
    if programme is None:
        return None
    validity = consent_text(purpose, minor=False).words["validity"]
    match validity["kind"]:
        case "programme_end":
            return programme.ends_on
        case "school_year":
            return programme.year.ends_on
        case "years":
            return _years_later(programme.ends_on, validity["years"])
    return None


@cache
def minor_signs_from() -> int:
    """The age from which a minor signs beside the guardian."""
    return load(FILE)["minor_signs_from"]


def _years_later(day: datetime.date, years: int) -> datetime.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
