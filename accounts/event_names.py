"""Events of the journal in words. Each app names its own in a module of this name; a test finds an event without words."""

from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str] = {}


def name_events(words: dict[str, str]) -> None:
    """Add `{"pair.proposed": "Pair proposed", …}`."""
    WORDS.update(words)


def event_words(name: str) -> str:
    return WORDS.get(name, name)


name_events(
    {
        "school.opened": _("School opened"),
        "school.requisites_edited": _("Requisites of the school edited"),
        "membership.given": _("Role given"),
        "membership.ended": _("Role taken back"),
        "personallink.revoked": _("Personal link revoked"),
    }
)
