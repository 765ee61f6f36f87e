"""Stories name the texts of the pages in English; people read them in Russian."""

import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext, override


def said(msgid: str, **facts) -> str:
    """The text as a reader of the Russian page sees it."""
    with override("ru"):
        return gettext(msgid) % facts if facts else gettext(msgid)


def in_words(day: datetime.date) -> str:
    with override("ru"):
        return date_format(day, "DATE_FORMAT")
