"""What exactly somebody signs: the text of a consent from the reference data, its version and its digest."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache

from mentoring.common.reference import load

FILE = "participants/texts/consents.toml"
PRINTED = ("title", "purpose", "data", "actions", "conditions", "methods", "validity", "withdrawal")


@dataclass(frozen=True)
class ConsentText:
    title: str
    version: str
    sha256: str


@cache
def consent_text(purpose: str, *, minor: bool) -> ConsentText:
    """The text for a person of age or for a minor; the digest covers every word that the sheet prints."""
    entry = next(entry for entry in load(FILE)["consent"] if entry["code"] == purpose)
    wanted = {"both_from_14", "guardian"} if minor else {"adult"}
    variant = next(variant for variant in entry["variant"] if variant["signer"] in wanted)
    words = {key: entry[key] for key in PRINTED if key in entry} | {"text": variant["text"]}
    digest = hashlib.sha256(json.dumps(words, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    return ConsentText(entry["title"], str(entry["version"]), digest)
