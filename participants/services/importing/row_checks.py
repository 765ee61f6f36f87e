"""What is wrong with a row that was read: each fault becomes a problem of its cell."""

from functools import cache

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from mentoring.common.sheets.letters import HAS_LATIN, with_cyrillic_letters
from mentoring.common.sheets.table import TableRow
from participants.models import Guardian, Person
from participants.services.importing.read_row import ReadRow

CYRILLIC_CELLS = ("name", "class_name", "subject", "post", "guardian")
FEWEST_DIGITS = 5  # a city's own numbers have no fewer


def check_phones(row: TableRow, read: ReadRow) -> None:
    for code in ("phone", "guardian_phone"):
        text = row.text(code)
        if text and sum(letter.isdigit() for letter in text) < FEWEST_DIGITS:
            read.problems.append(row.problem(code, "bad_phone", _("a phone number, for example +7 900 123-45-67")))


def check_email(row: TableRow, read: ReadRow, email: str) -> None:
    try:
        validate_email(email)
    except ValidationError:
        read.problems.append(row.problem("email", "bad_email", _("an e-mail address, for example school@example.ru")))


def check_letters(row: TableRow, read: ReadRow) -> None:
    """«Иванoва» with a Latin o is found by no search; the offer is taken by a person, never by the house."""
    for code in CYRILLIC_CELLS:
        offer = with_cyrillic_letters(row.text(code), whole_words=code == "class_name")
        if offer is not None:
            letters = " ".join(sorted(set(HAS_LATIN.findall(row.text(code)))))
            expected = _("Russian letters only; Latin ones that look alike stand here: %(letters)s") % {"letters": letters}
            read.problems.append(row.problem(code, "mixed_letters", expected, offer))


def check_lengths(row: TableRow, read: ReadRow, record_model) -> None:
    for model, fields in ((Person, read.person), (record_model, read.record), (Guardian, read.guardian)):
        limits = _limits(model)
        for name, value in fields.items():
            if name in limits and value and len(value) > limits[name]:
                code = _cell_of(model, name)
                read.problems.append(row.problem(code, "too_long", _("at most %(limit)s characters") % {"limit": limits[name]}))


def _cell_of(model, name: str) -> str:
    if model is Guardian:
        return "guardian" if name == "full_name" else "guardian_phone"
    return "name" if name in ("surname", "name", "patronymic") else name


@cache
def _limits(model) -> dict[str, int]:
    return {field.name: field.max_length for field in model._meta.fields if field.max_length and field.get_internal_type() != "DateField"}
