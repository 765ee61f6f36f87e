"""What a curator should look at in a pair, though nothing forbids it."""

import re

from django.utils.translation import gettext as _

from programmes.enums import PersonKind

PEER_ROLE_MODELS = ("peer_peer", "student_peer")


def class_level(class_name: str) -> int | None:
    """The year of study in «7Б», None when there is no number in front."""
    found = re.match(r"\s*(\d{1,2})", class_name)
    return int(found.group(1)) if found else None


def pair_warnings(*, programme, mentor, mentees, role_model, starts_on, ends_on) -> list[str]:
    """Sentences for the curator: a mentor of a lower class, a term outside the programme."""
    found = []
    if role_model.code not in PEER_ROLE_MODELS:
        younger = [mentee.person.short_name for mentee in mentees if _is_below(mentor.person, mentee.person)]
        if younger:
            sentence = _(
                "The mentor %(mentor)s is in a lower class than the mentee (%(mentees)s). Check the pair or choose a role model of equals."
            )
            found.append(sentence % {"mentor": mentor.person.short_name, "mentees": ", ".join(younger)})
    if starts_on < programme.starts_on or ends_on > programme.ends_on:
        found.append(_("The term of the pair goes beyond the term of the programme. Check the dates before the order."))
    return found


def warnings_of(pair) -> list[str]:
    mentees = [seat.mentee for seat in pair.seats.all()]
    return pair_warnings(
        programme=pair.programme,
        mentor=pair.mentor,
        mentees=mentees,
        role_model=pair.role_model,
        starts_on=pair.starts_on,
        ends_on=pair.ends_on,
    )


def _is_below(mentor, mentee) -> bool:
    if mentor.kind != PersonKind.PUPIL or mentee.kind != PersonKind.PUPIL:
        return False
    levels = class_level(mentor.class_name), class_level(mentee.class_name)
    return None not in levels and levels[0] < levels[1]
