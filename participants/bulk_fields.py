"""Which fields may be set for many rows at once, for each list."""

import datetime
from dataclasses import dataclass

from django.db.models import Field, Model
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from participants.models import MenteeRecord, MentorRecord, Person


@dataclass(frozen=True)
class BulkField:
    """`code` is kept with a bulk change; `model` is the one whose field it is."""

    code: str
    model: type[Model]

    @property
    def name(self) -> str:
        return self.code.partition(".")[2]

    @property
    def field(self) -> Field:
        return self.model._meta.get_field(self.name)

    @property
    def label(self) -> str:
        return capfirst(str(self.field.verbose_name))

    def words(self, value) -> str:
        """A stored value as people read it."""
        value = self.field.to_python(value)
        if value in (None, ""):
            return "—"
        if isinstance(value, bool):
            return str(_("yes") if value else _("no"))
        if isinstance(value, datetime.date):
            return date_format(value, "SHORT_DATE_FORMAT")
        return str(dict(self.field.flatchoices).get(value, value))


def _fields(prefix: str, model: type[Model], *names: str) -> tuple[BulkField, ...]:
    return tuple(BulkField(f"{prefix}.{name}", model) for name in names)


OF_PERSON = _fields("person", Person, "class_name", "post", "subject", "experience_years", "category", "class_led", "shift")
DATES = ("entered_on", "left_on")
WORDS = ("time_resource", "interests", "results", "case_link")
OF_MENTOR = _fields("record", MentorRecord, *DATES, "capacity", "competences", "achievements", "category", "grade", "wished_age", *WORDS)
OF_MENTEE = _fields("record", MenteeRecord, *DATES, "request", "completed", *WORDS)

FIELDS: dict[str, dict[str, BulkField]] = {
    "people": {field.code: field for field in OF_PERSON},
    "mentors": {field.code: field for field in OF_MENTOR + OF_PERSON},
    "mentees": {field.code: field for field in OF_MENTEE + OF_PERSON},
}
MODELS: dict[str, type[Model]] = {"people": Person, "mentors": MentorRecord, "mentees": MenteeRecord}
