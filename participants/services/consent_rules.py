"""A step that a consent covers is closed without it. Every room asks here, in the transaction of the step."""

from collections.abc import Collection, Iterable

from django.utils.translation import gettext as _

from mentoring.common.refusal import Refusal
from participants.enums import NEEDED_TO_PAIR, ConsentPurpose, ConsentStanding
from participants.queries.consent_reference import fits
from participants.queries.standing import standings

NOT_IN_FORCE = (ConsentStanding.MISSING, ConsentStanding.EXPIRED, ConsentStanding.WITHDRAWN)
NOT_GIVEN = (ConsentStanding.MISSING, ConsentStanding.WITHDRAWN)  # when the term is over, work that was begun may be finished
REFUSED = (ConsentStanding.WITHDRAWN,)


class ConsentLacking(Refusal):
    """Somebody's consent does not allow the step."""


def require_consents(
    people: Iterable, purposes: Iterable[str] = NEEDED_TO_PAIR, *, stops: Collection[ConsentStanding] = NOT_IN_FORCE
) -> None:
    """Raises `ConsentLacking` that names people, consents and the way out. `stops`: which standings close the step."""
    lacking = people_without_consents(people, purposes, stops=stops)
    if lacking:
        told = ", ".join(f"{person.short_name} ({'; '.join(words)})" for person, words in lacking)
        raise ConsentLacking(
            _("Closed without a consent: %(list)s. A curator records the signed sheet under “Consents”, then this is open again.")
            % {"list": told}
        )


def people_without_consents(
    people: Iterable, purposes: Iterable[str] = NEEDED_TO_PAIR, *, stops: Collection[ConsentStanding] = NOT_IN_FORCE
) -> list[tuple]:
    """Each of `people` whose consents stop the step, with what is lacking in words."""
    people = list(dict.fromkeys(people))
    purposes = [ConsentPurpose(purpose) for purpose in purposes]
    found = standings(people, purposes)
    lacking = []
    for person in people:
        asked = [purpose for purpose in purposes if fits(purpose, person)]
        stands = {purpose: found.get((person.pk, purpose), ConsentStanding.MISSING) for purpose in asked}
        words = [f"{purpose.label.lower()} – {standing.label}" for purpose, standing in stands.items() if standing in stops]
        if words:
            lacking.append((person, words))
    return lacking
