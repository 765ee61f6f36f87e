"""The school's requisites, as its papers print them from now on; what was signed keeps what it says."""

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import Membership, School
from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.refusal import Refusal

REQUISITES = (
    "full_name",
    "short_name",
    "short_name_genitive",
    "short_name_prepositional",
    "founder",
    "place",
    "postal_address",
    "inn",
    "ogrn",
    "phone",
    "email",
    "site",
    "director_post",
    "director_surname",
    "director_name",
    "director_patronymic",
    "orders_carry_code",
)


@transaction.atomic
def edit_requisites(*, actor: Membership, **fields: str | bool) -> School:
    """`fields` are some of `REQUISITES`."""
    actor.must(Permission.MANAGE_MEMBERS)
    school = School.objects.select_for_update(of=("self",)).get(pk=actor.school_id)
    changed = [name for name in REQUISITES if name in fields and getattr(school, name) != fields[name]]
    for name in changed:
        setattr(school, name, fields[name])
    try:
        school.clean_fields()
    except ValidationError as fault:
        name, errors = next(iter(fault.message_dict.items()))
        raise Refusal(f"{School._meta.get_field(name).verbose_name}: {errors[0]}") from fault
    if changed:
        school.save(update_fields=changed)
        record(
            actor, "school.requisites_edited", school, fields=", ".join(str(School._meta.get_field(name).verbose_name) for name in changed)
        )
    return school
