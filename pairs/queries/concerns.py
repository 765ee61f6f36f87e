"""Whom a child may turn to, and what the person who received a signal needs to see."""

from accounts.models import Membership
from accounts.permissions import Permission
from accounts.roles import PERMISSIONS
from pairs.enums import PairState
from pairs.models import Concern, Pair, SafeguardingLead
from pairs.queries.sides import belongs_to, is_led_by, people_of

OVERSEERS = [role for role, permissions in PERMISSIONS.items() if Permission.OVERSEE_CONCERNS in permissions]
RECEIVERS = [role for role, permissions in PERMISSIONS.items() if Permission.RECEIVE_CONCERNS in permissions]


def leads_for(pair) -> list[Membership]:
    """Members who may receive a signal about `pair`: the named ones, then the director; nobody of the pair and no parent of its mentees."""
    members = Membership.objects.active().filter(school_id=pair.school_id, role__in=RECEIVERS).select_related("user")
    named = SafeguardingLead.objects.filter(ended_on__isnull=True).values_list("member_id", flat=True)
    involved = _users_of(pair)
    found = [*members.filter(pk__in=named).order_by("pk"), *members.filter(role__in=OVERSEERS).order_by("pk")]
    return [member for member in dict.fromkeys(found) if member.user_id not in involved]


def _users_of(pair) -> set[int]:
    people = people_of(pair)
    guardians = {guardian.user_id for person in people[1:] for guardian in person.guardians.all()}
    return ({person.user_id for person in people} | guardians) - {None}


def may_raise(pair, actor) -> bool:
    """The people of the pair and the mentees' guardians; somebody of the staff writes down what a child has said."""
    if actor.may(Permission.RECEIVE_CONCERNS):
        return True
    return is_led_by(pair, actor) or any(belongs_to(person, actor) for person in people_of(pair)[1:])


def own_concerns(pair, actor):
    """Signals that this very person has sent: only that they were sent, and to whom."""
    return pair.concerns.filter(raised_by__user_id=actor.user_id).select_related("lead__user")


def other_pairs_of_mentor(concern):
    """Active pairs of the same mentor, also in other programmes: the person who looks into it decides whether they go on."""
    same = Pair.objects.filter(mentor__person_id=concern.pair.mentor.person_id, state=PairState.ACTIVE)
    return same.exclude(pk=concern.pair_id).with_names()


def open_concerns(actor) -> int:
    """How many signals wait for this person."""
    if not actor.may(Permission.RECEIVE_CONCERNS):
        return 0
    return Concern.objects.visible_to(actor).open().count()
