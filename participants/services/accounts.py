"""Accounts of people from the bases."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.enums import Role
from accounts.models import Membership, User
from accounts.permissions import Permission
from accounts.services.journal import record
from accounts.services.schools import admit_user
from mentoring.common.refusal import Refusal
from participants.models import Person

GIVEN_BY_CURATOR = (Role.MENTOR, Role.MENTEE)  # a curator may not make a director


@transaction.atomic
def give_account(*, actor, person: Person, role: str, username: str, password: str | None) -> Membership:
    """Let a person sign in as mentor or mentee. Somebody who has an account gets the further role on the same one."""
    actor.must(Permission.MANAGE_PEOPLE)
    if role not in GIVEN_BY_CURATOR:
        raise Refusal(_("Here a person becomes a mentor or a mentee. The administration gives other roles."))
    locked = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if locked.user_id is not None:
        return _add_role(actor, locked, role)
    username = username.strip()
    if not username:
        raise Refusal(_("Write a login name."))
    if User.objects.filter(username__iexact=username).exists():
        raise Refusal(_("The login name “%(name)s” is taken. Choose another one.") % {"name": username})
    names = {"last_name": locked.surname, "first_name": locked.name, "patronymic": locked.patronymic, "email": locked.email}
    membership = admit_user(actor=actor, role=role, username=username, password=password, person=names)
    locked.user = person.user = membership.user
    locked.save(update_fields=["user"])
    record(actor, "person.given_account", locked, role=str(membership.get_role_display()))
    return membership


def _add_role(actor, person: Person, role: str) -> Membership:
    if person.user.memberships.active().filter(school=actor.school, role=role).exists():
        raise Refusal(_("%(person)s already has an account with this role.") % {"person": person.short_name})
    membership = Membership.objects.create(user=person.user, school=actor.school, role=role)
    record(actor, "membership.given", membership, role=str(membership.get_role_display()))
    return membership
