"""The school opens and its people get their roles."""

from dataclasses import dataclass

from django.conf import settings
from django_scopes import scope

from accounts.enums import Role
from accounts.models import Membership, School, User
from accounts.services.schools import admit_user, open_school
from reports.rehearsal.troupe import MATERIAL, Troupe

PASSWORD = "tandem-2026"  # noqa: S105 - of a demonstration on one computer; `rehearse --demo` refuses to run elsewhere
STAFF = (Role.DIRECTOR, Role.COORDINATOR, Role.CURATOR, Role.PSYCHOLOGIST, Role.CLASS_TEACHER, Role.OBSERVER)


@dataclass
class Staff:
    """The actors of the year by role, and whether their accounts get the demonstration's password."""

    school: School
    actors: dict[str, Membership]
    demo: bool

    def __getitem__(self, role: Role) -> Membership:
        return self.actors[role]

    @property
    def password(self) -> str | None:
        return PASSWORD if self.demo else None


def free_username(wish: str) -> str:
    """`wish`, or with the first number that nobody has yet: a rehearsal may be repeated in one database."""
    taken = set(User.objects.filter(username__startswith=wish).values_list("username", flat=True))
    return next(name for name in [wish, *(f"{wish}{number}" for number in range(2, 10_000))] if name not in taken)


def hire(troupe: Troupe, *, demo: bool) -> Staff:
    """Open a new school with an administration and one person for each staff role."""
    director, administrator = troupe.person(), troupe.person()
    requisites = {key: MATERIAL["school"][key] for key in ("full_name", "short_name", "founder", "place", "director_post", "time_zone")}
    requisites |= {
        "order_number_template": MATERIAL["school"]["order_number_template"],
        "director_surname": director.surname,
        "director_name": director.name,
        "director_patronymic": director.patronymic,
    }
    password = PASSWORD if demo else None
    school, admin = open_school(
        requisites=requisites, username=free_username("admin"), password=password, person=_account_names(administrator)
    )
    staff = Staff(school=school, actors={Role.ADMINISTRATOR: admin}, demo=demo)
    with scope(school=school):
        for role in STAFF:
            person = director if role == Role.DIRECTOR else troupe.person()
            username = free_username(role.value.split("_")[-1] if role == Role.CLASS_TEACHER else role.value)
            staff.actors[role] = admit_user(
                actor=admin,
                role=role,
                username=username,
                password=password,
                person=_account_names(person) | {"email": f"{username}@school.example"},
                class_name=MATERIAL["mentee_classes"][0] if role == Role.CLASS_TEACHER else "",
            )
    return staff


def _account_names(person) -> dict:
    return {"last_name": person.surname, "first_name": person.name, "patronymic": person.patronymic}


def demonstration_allowed() -> bool:
    """Known passwords are for the development settings only."""
    return getattr(settings, "DEMONSTRATION", False)
