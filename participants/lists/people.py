"""Columns of the list of everybody."""

from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.common.lists import Column
from mentoring.common.marks import badge
from participants.lists.parts import facts_of_person


def bases_words(person) -> str:
    bases = ((person.is_mentor, _("mentor")), (person.is_mentee, _("mentee")))
    return ", ".join(word for there, word in bases if there)


def show_bases(person) -> str:
    marks = [badge(_("mentor"), "info", "person-check")] if person.is_mentor else []
    marks += [badge(_("mentee"), "neutral", "person-hearts")] if person.is_mentee else []
    return format_html_join(" ", "{}", ((mark,) for mark in marks)) or "—"


BY_OWN_NAME = ("search_key",)
PEOPLE_COLUMNS = (
    Column("name", gettext_lazy("Name"), lambda row: row.full_name, order_by=BY_OWN_NAME, width=36, css="col-name"),
    Column("place", gettext_lazy("Class or post"), lambda row: row.place, order_by=("class_name", "post"), width=28),
    *facts_of_person(""),
    Column("bases", gettext_lazy("In the bases"), bases_words, html=show_bases, width=24),
)
