"""An instance that contradicts itself is told so before anything is counted."""

from collections import Counter
from collections.abc import Iterable

from pairs.matching.instance import BadInstance, Instance, Pairing

LEAST_SCORE, LARGEST_SCORE = 1, 1000


def check(instance: Instance) -> None:
    """Raise `BadInstance` with the first contradiction found."""
    _check_mentors(instance)
    _check_edges(instance)
    _check_known(instance)
    _check_locks(instance)


def _check_mentors(instance: Instance) -> None:
    _refuse_repeated((mentor.id for mentor in instance.mentors), "The mentor {} is listed twice.")
    _refuse_repeated(instance.mentees, "The mentee {} is listed twice.")
    for mentor in instance.mentors:
        if not _is_whole(mentor.capacity) or mentor.capacity < 1:
            raise BadInstance(
                f"The mentor {mentor.id} has the capacity {mentor.capacity}; it is a whole number from 1, or leave the mentor out."
            )


def _check_edges(instance: Instance) -> None:
    mentors = {mentor.id for mentor in instance.mentors}
    for mentee, mentor, score in instance.edges:
        if mentor not in mentors:
            raise BadInstance(f"The edge {mentee} – {mentor} names a mentor who is not in the list of mentors.")
        if not _is_whole(score) or not LEAST_SCORE <= score <= LARGEST_SCORE:
            raise BadInstance(f"The edge {mentee} – {mentor} has the score {score}; it is a whole number from 1 to 1000.")
    if len({edge[:2] for edge in instance.edges}) < len(instance.edges):
        _refuse_repeated((f"{edge.mentee} – {edge.mentor}" for edge in instance.edges), "The edge {} is listed twice.")


def _check_known(instance: Instance) -> None:
    mentees, mentors = instance.mentee_ids, {mentor.id for mentor in instance.mentors}
    for name, pairings in (("locked", instance.locked), ("forbidden", instance.forbidden), ("current", instance.current)):
        for mentee, mentor in pairings:
            if mentee not in mentees:
                raise BadInstance(f"The {name} pair {mentee} – {mentor} names a mentee who has no edge.")
            if mentor not in mentors:
                raise BadInstance(f"The {name} pair {mentee} – {mentor} names a mentor who is not in the list of mentors.")
    for mentee in instance.priority:
        if mentee not in mentees:
            raise BadInstance(f"The priority mentee {mentee} has no edge.")
    _refuse_repeated(instance.priority, "The priority mentee {} is listed twice.")
    _refuse_repeated((pair.mentee for pair in instance.current), "The mentee {} has two current pairs.")


def _check_locks(instance: Instance) -> None:
    _refuse_repeated((pair.mentee for pair in instance.locked), "The mentee {} is locked twice; leave one lock.")
    locked, forbidden = set(instance.locked), set(instance.forbidden)
    for mentee, mentor in instance.locked:
        if (mentee, mentor) in forbidden:
            raise BadInstance(f"The pair {mentee} – {mentor} is both locked and forbidden.")
    allowed = {Pairing(edge.mentee, edge.mentor) for edge in instance.edges if (edge.mentee, edge.mentor) in locked}
    for mentee, mentor in instance.locked:
        if (mentee, mentor) not in allowed:
            raise BadInstance(f"The locked pair {mentee} – {mentor} is not among the edges: the rules do not allow it.")
    capacity = {mentor.id: mentor.capacity for mentor in instance.mentors}
    for mentor, locks in Counter(pair.mentor for pair in instance.locked).items():
        if locks > capacity[mentor]:
            raise BadInstance(f"The mentor {mentor} has {locks} locked pairs and the capacity {capacity[mentor]}.")


def _refuse_repeated(values: Iterable[str], sentence: str) -> None:
    for value, times in Counter(values).items():
        if times > 1:
            raise BadInstance(sentence.format(value))


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
