"""The people of a pair: who they are, who has agreed, whom a participant may see."""

from accounts.permissions import Permission
from pairs.enums import PairState

WORKING = {PairState.ACTIVE, PairState.SUSPENDED}


def open_seats(pair) -> list:
    """Places that are held now; of a finished pair, all its places."""
    seats = list(pair.seats.select_related("mentee__person"))
    return [seat for seat in seats if seat.finished_on is None] or seats


def people_of(pair) -> list:
    """The mentor, then the mentees."""
    return [pair.mentor.person, *(seat.mentee.person for seat in open_seats(pair))]


def missing_agreements(pair) -> list:
    """People who have not agreed to the pair yet."""
    given = set(pair.agreements.values_list("person_id", flat=True))
    return [person for person in people_of(pair) if person.pk not in given]


def is_led_by(pair, actor) -> bool:
    return pair.mentor.person.user_id == actor.user_id


def mentees_seen_by(pair, actor) -> list:
    """Staff and the mentor see the whole group; a mentee and a guardian see only their own name in it."""
    people = people_of(pair)[1:]
    if actor.may(Permission.VIEW_PAIRS) or is_led_by(pair, actor):
        return people
    return [person for person in people if belongs_to(person, actor)]


def belongs_to(person, actor) -> bool:
    """The actor's own entry, or that of the actor's child."""
    return person.user_id == actor.user_id or any(guardian.user_id == actor.user_id for guardian in person.guardians.all())


def may_log(pair, actor) -> bool:
    """A mentor logs the meetings of the own pairs, the curator those of any."""
    return actor.may(Permission.MANAGE_PAIRS) or is_led_by(pair, actor)


def what_helps(pair, actor) -> list[dict]:
    """The word for the mentor about each mentee that has one, `person` and `words`: for the mentor of the working pair and for staff.

    It is all that a mentor is told of a child's needs, so it opens with the order and closes with the mentee's place.
    """
    if pair.state not in WORKING or not (actor.may(Permission.VIEW_PAIRS) or is_led_by(pair, actor)):
        return []
    open_now = [seat.mentee for seat in pair.seats.all() if seat.finished_on is None]
    return [{"person": mentee.person, "words": mentee.what_helps} for mentee in open_now if mentee.what_helps]


def sides_of(pair) -> list[dict]:
    """Each person of the pair with the agreement, or None; `guardians` when somebody else must agree for a minor."""
    given = {agreement.person_id: agreement for agreement in pair.agreements.all()}
    return [
        {
            "person": person,
            "is_mentor": person.pk == pair.mentor.person_id,
            "agreement": given.get(person.pk),
            "guardians": list(person.guardians.all()) if person.is_minor else [],
        }
        for person in people_of(pair)
    ]
