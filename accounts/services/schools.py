"""Opening a school, giving people their roles and taking them back."""

from django.db import transaction
from django.utils.translation import gettext as _
from django_scopes import scope

from accounts.enums import Role
from accounts.models import Membership, School, User
from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal


@transaction.atomic
def open_school(*, requisites: dict, username: str, password: str | None, person: dict) -> tuple[School, Membership]:
    """Create a school and its first administrator. `requisites` are fields of `School`, `person` names of `User`."""
    school = School.objects.create(**requisites)
    user = User.objects.create_user(username=username, password=password, **person)
    membership = Membership.objects.create(user=user, school=school, role=Role.ADMINISTRATOR)
    with scope(school=school):
        record(membership, "school.opened", school)
    return school, membership


@transaction.atomic
def admit_user(*, actor: Membership, role: Role, username: str, password: str | None, person: dict, class_name: str = "") -> Membership:
    """Give somebody an account and a role in the actor's school. `person` holds last_name, first_name, patronymic, email.

    The caller has asked who may give which role.
    """
    if User.objects.filter(username__iexact=username).exists():
        raise Refusal(_("The login name “%(name)s” is taken. Choose another one.") % {"name": username})
    user = User.objects.create_user(username=username, password=password, **person)
    membership = Membership.objects.create(user=user, school=actor.school, role=role, class_name=class_name)
    record(actor, "membership.given", membership, role=str(membership.get_role_display()))
    return membership


def admit_member(*, actor: Membership, **facts) -> Membership:
    """The administration's way to `admit_user`: any role."""
    actor.must(Permission.MANAGE_MEMBERS)
    return admit_user(actor=actor, **facts)


@transaction.atomic
def end_membership(*, actor: Membership, membership: Membership) -> None:
    """Take a role back. The person loses the school on the next request; what they did stays under their name."""
    actor.must(Permission.MANAGE_MEMBERS)
    locked = Membership.objects.select_for_update(of=("self",)).get(pk=membership.pk, school=actor.school)
    if locked.pk == actor.pk:
        raise Refusal(_("You cannot take your own role back: the school would be left without you. Ask another administrator."))
    if locked.ended_on:
        return
    locked.ended_on = today()
    locked.save(update_fields=["ended_on"])
    record(actor, "membership.ended", locked, role=str(locked.get_role_display()))
