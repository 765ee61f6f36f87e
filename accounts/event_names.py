"""Events of the journal in words. A test finds a name that is recorded but not listed here."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "school.opened": _("School opened"),
    "membership.given": _("Role given"),
}


def event_words(name: str) -> str:
    return WORDS.get(name, name)
