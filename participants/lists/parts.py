"""Columns that several lists share."""

from django.utils.text import Truncator
from django.utils.translation import gettext_lazy

from mentoring.common.lists import Column

BY_NAME = ("person__search_key",)  # ё stands with е

NAME = Column("name", gettext_lazy("Name"), lambda row: row.person.full_name, order_by=BY_NAME, width=36, css="col-name")
CLASS = Column("class", gettext_lazy("Class"), lambda row: row.person.class_name, order_by=("person__class_name", *BY_NAME), width=10)
PLACE = Column(
    "place", gettext_lazy("Class or post"), lambda row: row.person.place, order_by=("person__class_name", "person__post"), width=28
)


def show_long(text: str) -> str:
    return Truncator(text).chars(90) if text else "—"


def of_record(name: str, heading, **more) -> Column:
    return Column(name, heading, lambda row: getattr(row, name), order_by=(name, *BY_NAME), optional=True, **more)


def of_person(name: str, heading, path: str = "person__", **more) -> Column:
    """A field of the person of a row, or of the row that is a person (`path` is empty then)."""
    get = (lambda row: getattr(row.person, name)) if path else (lambda row: getattr(row, name))
    return Column(name, heading, get, order_by=(f"{path}{name}", f"{path}search_key"), **more)


def long_of_record(name: str, heading, **more) -> Column:
    return Column(
        name, heading, lambda row: getattr(row, name), html=lambda row: show_long(getattr(row, name)), width=48, css="col-words", **more
    )


def facts_of_person(path: str = "person__") -> tuple[Column, ...]:
    """What may stand beside the name when the reader asks for it."""
    get = (lambda row: row.person) if path else (lambda row: row)
    return (
        Column(
            "kind",
            gettext_lazy("Who"),
            lambda row: str(get(row).get_kind_display()),
            order_by=(f"{path}kind",),
            width=16,
            optional=bool(path),
        ),
        Column("birth_year", gettext_lazy("Year of birth"), lambda row: get(row).year_of_birth, kind="integer", width=10, optional=True),
        of_person("subject", gettext_lazy("Subject"), path, optional=True),
        of_person("experience_years", gettext_lazy("Experience, years"), path, kind="integer", width=10, optional=True),
        Column("phone", gettext_lazy("Phone"), lambda row: get(row).phone, width=20, optional=True),
        Column("email", gettext_lazy("E-mail"), lambda row: get(row).email, width=28, optional=True),
    )
