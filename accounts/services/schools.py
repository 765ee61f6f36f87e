"""Opening a school and giving people their roles."""

from django.db import transaction
from django_scopes import scope

from accounts.enums import Role
from accounts.models import Membership, School, User
from accounts.services.journal import record


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
    """Give somebody an account and a role in the actor's school. `person` holds last_name, first_name, patronymic, email."""
    user = User.objects.create_user(username=username, password=password, **person)
    membership = Membership.objects.create(user=user, school=actor.school, role=role, class_name=class_name)
    record(actor, "membership.given", membership, role=str(membership.get_role_display()))
    return membership
