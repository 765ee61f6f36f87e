"""What the form of an order stands filled with: facts of the system as lines that the curator may change."""

from accounts.enums import Role
from accounts.models import Membership
from pairs.enums import PairState
from pairs.models import Pair
from reports.queries.order_people import member_facts
from reports.queries.order_texts import order_kind

LEADING = (Role.COORDINATOR, Role.CURATOR, Role.DIRECTOR)
PARTS = {Role.COORDINATOR: "координатор", Role.CURATOR: "куратор", Role.PSYCHOLOGIST: "психолог"}
GROUP, COMMITTEE = ("руководитель группы", "член группы"), ("председатель", "член комитета")
AWARD = "благодарность директора"


def _members(school_id: int, roles) -> list:
    rows = Membership.objects.active().with_names().filter(school_id=school_id, role__in=roles)
    return sorted(rows, key=lambda member: (list(roles).index(member.role), member.user.get_full_name()))


def coordinators(school_id: int) -> list[tuple[int, str]]:
    """Who may answer for an order: the coordinator first."""
    facts = [(member.pk, member_facts(member)) for member in _members(school_id, LEADING)]
    return [(key, f"{found['name']}, {found['post']}") for key, found in facts]


def first_members(programme, parts: tuple[str, str]) -> list[str]:
    """A group of those who have a role in the programme: `parts` are its head and everybody else."""
    members = [member_facts(member) for member in _members(programme.school_id, list(PARTS))]
    return [f"{found['name']}; {found['post']}; {parts[place > 0]}" for place, found in enumerate(members)]


def first_curators(programme) -> list[str]:
    """Each curator with the forms of the programme; several share them out by hand."""
    forms = ", ".join(f"«{form.title}»" for form in programme.forms.all())
    members = [member_facts(member) for member in _members(programme.school_id, [Role.CURATOR])]
    return [f"{found['name']}; {found['post']}; {forms}" for found in members]


def leading_people(school_id: int) -> list[str]:
    """«координатор – Петрова Мария Ильинична, заместитель директора»."""
    lines = []
    for member in _members(school_id, list(PARTS)):
        found = member_facts(member)
        lines.append(f"{PARTS[Role(member.role)]} – {found['name']}, {found['post']}")
    return lines


def first_readers(programme) -> list[str]:
    """Who answers for the programme and its mentors, each once: «Петрова Мария Ильинична; учитель»."""
    members = [member_facts(member) for member in _members(programme.school_id, list(PARTS))]
    lines = [f"{found['name']}; {found['post']}" for found in members]
    records = programme.mentorrecords.present().with_person()
    lines += [f"{record.person.full_name}; {record.person.place}" for record in records]
    return list({line.split(";")[0]: line for line in reversed(lines)}.values())[::-1]


def first_timetable() -> list[str]:
    return order_kind("mentor_school")["appendix"][0]["lines"]


def first_awards(programme) -> list[str]:
    """Mentors whose pairs work or have finished by the plan, each once."""
    pairs = Pair.objects.filter(programme=programme, state__in=[PairState.ACTIVE, PairState.COMPLETED]).with_names()
    people = {pair.mentor.person_id: pair.mentor.person for pair in pairs}
    return [f"{person.full_name}; {person.place}; {AWARD}" for person in sorted(people.values(), key=lambda one: one.full_name)]
