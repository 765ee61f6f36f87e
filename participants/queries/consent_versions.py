"""Which version of a consent's text how many people have signed."""

from typing import NamedTuple

from django.db.models import Count, Min

from mentoring.common.clock import today
from participants.enums import ConsentPurpose
from participants.models import Consent, ConsentSheet
from participants.queries.consent_texts import ConsentTexts


class Version(NamedTuple):
    """`since`: the first day that a consent under it was given, None without any; `out`: printed sheets that have not come back."""

    name: str
    in_force: int
    out: int
    since: object
    is_present: bool


def consent_versions(purpose: str, texts: ConsentTexts) -> list[Version]:
    """The present version, then each former one under which a consent is in force or a sheet is out."""
    present = texts.version(purpose)
    given = Consent.objects.in_force(today()).filter(purpose=purpose).values("text_version")
    given = {row["text_version"]: row for row in given.annotate(count=Count("pk"), since=Min("given_on"))}
    sheets = ConsentSheet.objects.open().filter(purpose=purpose).values("text_version").annotate(count=Count("pk"))
    out = {row["text_version"]: row["count"] for row in sheets}
    names = [present, *sorted((given.keys() | out.keys()) - {present}, reverse=True)]
    none = {"count": 0, "since": None}
    rows = [(name, given.get(name, none)) for name in names]
    return [Version(name, row["count"], out.get(name, 0), row["since"], name == present) for name, row in rows]


def purposes_with_versions() -> list[dict]:
    texts = ConsentTexts()
    return [{"purpose": purpose, "versions": consent_versions(purpose, texts)} for purpose in ConsentPurpose]


def given_under_former(versions: list[Version]) -> int:
    return sum(version.in_force for version in versions if not version.is_present)
