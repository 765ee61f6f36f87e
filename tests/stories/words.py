"""Stories name the texts of the pages in English; people read them in Russian."""

from django.utils.translation import gettext, override


def said(msgid: str, **facts) -> str:
    """The text as a reader of the Russian page sees it."""
    with override("ru"):
        return gettext(msgid) % facts if facts else gettext(msgid)
