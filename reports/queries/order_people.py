"""Who of the staff an order names: a member of the school, else a person without a membership («member-12», «person-34»)."""

from django.utils import translation

from accounts.enums import Role
from accounts.models import Membership
from participants.models import Person
from programmes.enums import PersonKind
from reports.queries.name_cases import lower_first

LEADING = (Role.COORDINATOR, Role.CURATOR)  # their role is a post in the programme
STAFF_ROLES = (Role.COORDINATOR, Role.CURATOR, Role.DIRECTOR, Role.ADMINISTRATOR, Role.PSYCHOLOGIST, Role.CLASS_TEACHER)
NOBODY = {"name": "", "post": ""}


def staff_choices(school_id: int) -> list[tuple[str, str]]:
    """Everybody of the staff once: those with a role first, then teachers of the bases."""
    members = {}
    for member in sorted(staff_members(school_id), key=lambda member: (STAFF_ROLES.index(member.role), member.user.get_full_name())):
        members.setdefault(member.user_id, member)
    teachers = Person.objects.filter(kind=PersonKind.TEACHER).exclude(user__in=members)
    return [
        *[(f"member-{member.pk}", _label(member_facts(member))) for member in members.values()],
        *[(f"person-{person.pk}", _label(_person_facts(person))) for person in teachers],
    ]


def staff_members(school_id: int):
    """With what `member_facts` reads of them."""
    return Membership.objects.active().with_names().filter(school_id=school_id, role__in=STAFF_ROLES).prefetch_related("user__people")


def staff_facts(school_id: int, key: str) -> dict:
    """{name, post} of a choice, with `user` or `person` of who may confirm in the system; of an empty key nobody."""
    sort, _dash, number = key.partition("-")
    if sort == "member":
        member = Membership.objects.with_names().filter(school_id=school_id, pk=number).first()
        return member_facts(member) | {"user": member.user_id} if member else NOBODY
    person = Person.objects.filter(pk=number).first() if sort == "person" else None
    return _person_facts(person) | {"person": person.pk} if person else NOBODY


def curator_of(order) -> dict:
    """Who answers by the order: whom the draft names, else its author."""
    chosen = staff_facts(order.school_id, order.details.get("curator", ""))
    return chosen if chosen["name"] else member_facts(order.author) | {"user": order.author.user_id}


def controller_of(order) -> dict:
    """Whom the director charges with the control; nobody while the director keeps it."""
    return staff_facts(order.school_id, order.details.get("control", ""))


def coordinator_of(order) -> dict:
    member = coordinator_member(order)
    return member_facts(member) if member else NOBODY


def coordinator_member(order) -> Membership | None:
    key = order.details.get("coordinator")
    return Membership.objects.with_names().filter(school_id=order.school_id, pk=key).first() if key else None


def member_facts(member) -> dict:
    """The post comes from the person's card, else from the role."""
    person = member.user.people.first()
    post = lower_first(person.post) if person is not None and person.post else role_post(member)
    return {"name": member.user.get_full_name(), "post": post}


def role_post(member) -> str:
    with translation.override("ru"):
        post = member.get_role_display().lower()
    return f"{post} программы наставничества" if member.role in LEADING else post


def _person_facts(person) -> dict:
    return {"name": person.full_name, "post": lower_first(person.post)}


def _label(facts: dict) -> str:
    return ", ".join(filter(None, [facts["name"], facts["post"]]))
