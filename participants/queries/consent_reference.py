"""What participants/texts/consents.toml says of a consent: its text, for whom it is, how long it holds."""

import datetime
import hashlib
import json
from dataclasses import dataclass
from functools import cache

from mentoring.common.reference import load

FILE = "participants/texts/consents.toml"
PRINTED = ("title", "purpose", "data", "actions", "conditions", "methods", "validity", "withdrawal")
WORDED = ("title", "purpose", "data", "actions", "methods", "withdrawal")  # by the school; the choices of the law and the term are not
SIGNERS = {"adult": ("adult",), "minor": ("both_from_14", "guardian")}


@dataclass(frozen=True)
class ConsentText:
    """`words` is what the sheet prints, placeholders and all; `sha256` covers every one of them."""

    version: str
    sha256: str
    words: dict


def consent_entry(purpose: str) -> dict:
    return next(entry for entry in load(FILE)["consent"] if entry["code"] == purpose)


def template_wording(purpose: str) -> dict:
    """As Tandem brings it, in the form that people edit: paragraphs for an adult and a minor, term, and of WORDED what this consent has."""
    entry = consent_entry(purpose)
    signers = {who: next((variant["text"] for variant in entry["variant"] if variant["signer"] in of), None) for who, of in SIGNERS.items()}
    told = {name: entry[name] for name in WORDED if name in entry}
    return {**told, **{who: text for who, text in signers.items() if text}, "term": entry["validity"]["text"]}


def worded(purpose: str, texts: dict, version: str, *, minor: bool) -> ConsentText:
    """The sheet for a person of age or for a minor with these words."""
    entry = consent_entry(purpose)
    words = {key: entry[key] for key in PRINTED if key in entry} | {name: texts[name] for name in WORDED if name in texts}
    words |= {"validity": entry["validity"] | {"text": texts["term"]}, "text": texts["minor" if minor else "adult"]}
    digest = hashlib.sha256(json.dumps(words, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    return ConsentText(version, digest, words)


@cache
def tandem_version(purpose: str) -> str:
    return str(consent_entry(purpose)["version"])


@cache
def tandem_text(purpose: str, *, minor: bool) -> ConsentText:
    return worded(purpose, template_wording(purpose), tandem_version(purpose), minor=minor)


@cache
def consent_placeholders() -> dict[str, str]:
    """What may stand in braces: code → meaning."""
    return {entry["code"]: entry["meaning"] for entry in load(FILE)["placeholder"]}


def fits(purpose: str, person) -> bool:
    """Is this consent asked of such a person? A teacher's work as a mentor is nobody else's."""
    kinds = _kinds(purpose)
    return not kinds or (person.kind in kinds and not person.is_minor)


@cache
def _kinds(purpose: str) -> tuple[str, ...]:
    return tuple(consent_entry(purpose).get("for_kinds", ()))


def valid_until(purpose: str, programme) -> datetime.date | None:
    """The last day of a consent given for `programme`; None when it holds until it is withdrawn."""
    if programme is None:
        return None
    validity = tandem_text(purpose, minor=False).words["validity"]
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
