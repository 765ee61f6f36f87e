"""Checking and locking that several services share."""

from django.core.exceptions import ValidationError

from accounts.models import School
from mentoring.common.refusal import Refusal


def check_row(row, *, exclude: tuple[str, ...] = ()) -> None:
    """Ask the model's fields; the first fault becomes a refusal that names its field."""
    try:
        row.clean_fields(exclude=exclude)
    except ValidationError as fault:
        name, errors = next(iter(fault.message_dict.items()))
        label = str(row._meta.get_field(name).verbose_name)
        raise Refusal(f"{label[:1].upper()}{label[1:]}: {errors[0]}") from fault


def lock_school(actor) -> None:
    """People who write into the bases of a school follow one another: what was checked is still true when it is written."""
    School.objects.select_for_update(of=("self",)).get(pk=actor.school_id)


def stripped(fields: dict) -> dict:
    return {name: " ".join(value.split()) if isinstance(value, str) and "\n" not in value else value for name, value in fields.items()}
