"""A school with one of everything, and the people who knock at its doors."""

from accounts.enums import Role
from accounts.models import Membership
from pairs.enums import PairState
from tests.access.furniture.bases import base_keys, entry_keys, import_keys
from tests.access.furniture.consents import consent_keys, contract_keys
from tests.access.furniture.matching import matching_keys, wish_keys
from tests.access.furniture.monitoring import monitoring_keys
from tests.access.furniture.pairs import pair_keys
from tests.access.furniture.papers import paper_keys
from tests.access.furniture.programme import programme_keys
from tests.access.principals import ROLES
from tests.factories.accounts import MembershipFactory, SchoolFactory, UserFactory
from tests.factories.pairs import PairFactory, give_guardians


def members(school) -> dict[str, Membership]:
    """One membership for each role, and the outsiders that have one."""
    foreign = SchoolFactory()
    people = {role: MembershipFactory(school=school, role=role) for role in ROLES}
    people["stranger"] = MembershipFactory(school=school, role=Role.MENTOR)
    people["former"] = MembershipFactory(school=school, role=Role.CURATOR, user=UserFactory(is_active=False))
    people["foreign_curator"] = MembershipFactory(school=foreign, role=Role.CURATOR)
    people["foreign_director"] = MembershipFactory(school=foreign, role=Role.DIRECTOR)
    return people


def furnish(school, people: dict[str, Membership]) -> dict[str, int]:
    """Make one of everything in the school (its scope is open); return the keys for addresses."""
    curator = people["curator"]
    pair = PairFactory(active=True, programme__school=school)
    give_guardians(pair)
    _seat(pair, people)
    agreed, proposed = _beside(pair, PairState.AGREED), _beside(pair, PairState.PROPOSED)
    give_guardians(proposed)
    return {
        "membership": curator.pk,
        "proposed": proposed.pk,
        "guardian": proposed.mentee_people[0].guardians.first().pk,
        **paper_keys(pair, agreed, people),
        **monitoring_keys(pair, curator),
        **programme_keys(pair, curator),
        **matching_keys(pair, curator),
        **base_keys(pair, agreed, curator),
        **entry_keys(pair, curator),
        **import_keys(pair, curator),
        **consent_keys(pair, curator),
        **contract_keys(pair, curator),
        **pair_keys(pair, agreed, curator),
        **wish_keys(pair, curator),
    }


def _beside(pair, state: PairState):
    return PairFactory(state=state, programme=pair.programme, form=pair.form, role_model=pair.role_model, kind=pair.kind)


def _seat(pair, people) -> None:
    """Let the mentor, the mentee and the guardian of the table be those of the pair."""
    mentee = pair.mentee_people[0]
    for person, role in ((pair.mentor.person, "mentor"), (mentee, "mentee"), (mentee.guardians.get(), "guardian")):
        person.user = people[role].user
        person.save(update_fields=["user"])
