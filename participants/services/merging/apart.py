from django.db import transaction

from accounts.permissions import Permission
from accounts.services.journal import record
from participants.models import Person, ToldApart


@transaction.atomic
def tell_apart(*, actor, one: Person, other: Person) -> None:
    """Remember that two who look like one are two people; saying it twice is quiet."""
    actor.must(Permission.MANAGE_PEOPLE)
    pair = ToldApart.key(one.pk, other.pk)
    _row, is_new = ToldApart.objects.get_or_create(school=actor.school, pair=pair, defaults={"told_by": actor})
    if is_new:
        record(actor, "person.told_apart", one, other=other.full_name)


@transaction.atomic
def doubt_apart(*, actor, one: Person, other: Person) -> None:
    """Forget that somebody said so: the two are asked about again."""
    actor.must(Permission.MANAGE_PEOPLE)
    gone, _by_model = ToldApart.objects.filter(pair=ToldApart.key(one.pk, other.pk)).delete()
    if gone:
        record(actor, "person.doubted_apart", one, other=other.full_name)


def are_told_apart(one: Person, other: Person) -> bool:
    return ToldApart.objects.filter(pair=ToldApart.key(one.pk, other.pk)).exists()
