"""What exactly somebody signs in this school: its own text of a consent or Tandem's, by versions."""

import datetime
from collections import defaultdict

from django.utils.timezone import localdate

from participants.models import ConsentSheet, ConsentWording
from participants.queries.consent_reference import ConsentText, tandem_text, tandem_version, template_wording, worded


def version_name(row: ConsentWording) -> str:
    """As it stands on the sheet and in the register; Tandem's own versions are bare numbers."""
    return f"школьная {row.number}"


class ConsentTexts:
    """The school's versions, read once for as many sheets as are asked about."""

    def __init__(self):
        self.versions: dict[str, list[ConsentWording]] = defaultdict(list)
        for row in ConsentWording.objects.order_by("number"):
            self.versions[row.purpose].append(row)

    def wording(self, purpose: str) -> dict:
        """The words in use, in the form that people edit."""
        rows = self.versions[purpose]
        return (rows[-1].texts if rows else {}) or template_wording(purpose)

    def version(self, purpose: str) -> str:
        """The name of the version in use."""
        rows = self.versions[purpose]
        return version_name(rows[-1]) if rows and rows[-1].texts else tandem_version(purpose)

    def text(self, purpose: str, *, minor: bool, on: datetime.date | None = None) -> ConsentText:
        """In use now, or at the end of the day `on`: who signed then saw nothing later."""
        rows = [row for row in self.versions[purpose] if on is None or localdate(row.made_at) <= on]
        return _text_of(rows[-1], minor=minor) if rows else tandem_text(purpose, minor=minor)

    def printed(self, sheet: ConsentSheet) -> ConsentText:
        """What was printed on this sheet, by its digest: it may be printed again when another text is in use or the minor is of age."""
        for minor in (True, False):
            for text in self._all(sheet.purpose, minor=minor):
                if text.sha256 == sheet.text_sha256:
                    return text
        return self.text(sheet.purpose, minor=sheet.person.is_minor)

    def _all(self, purpose: str, *, minor: bool) -> list[ConsentText]:
        if ("minor" if minor else "adult") not in template_wording(purpose):
            return []
        return [tandem_text(purpose, minor=minor), *(_text_of(row, minor=minor) for row in self.versions[purpose])]


def _text_of(row: ConsentWording, *, minor: bool) -> ConsentText:
    return worded(row.purpose, row.texts, version_name(row), minor=minor) if row.texts else tandem_text(row.purpose, minor=minor)
