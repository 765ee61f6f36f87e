"""How the consents of people stand today. Asked anew at each step, so a withdrawal counts from the next request on."""

from collections.abc import Iterable

from mentoring.common.clock import today
from participants.enums import ConsentPurpose, ConsentStanding
from participants.models import Consent


def standings(people: Iterable, purposes: Iterable[str] = ConsentPurpose) -> dict[tuple[int, str], ConsentStanding]:
    """By key of the person and purpose, one query; who never gave a consent is not there.

    A consent in force outweighs the others, else the last one counts.
    """
    rows = Consent.objects.filter(person__in=[one.pk for one in people], purpose__in=list(purposes), given_on__lte=today())
    found = {}
    for consent in rows.select_related("withdrawal").order_by("given_on", "pk"):
        key = (consent.person_id, consent.purpose)
        if found.get(key) != ConsentStanding.IN_FORCE:
            found[key] = _standing(consent)
    return found


def _standing(consent: Consent) -> ConsentStanding:
    if getattr(consent, "withdrawal", None) is not None:
        return ConsentStanding.WITHDRAWN
    return ConsentStanding.EXPIRED if consent.is_expired else ConsentStanding.IN_FORCE
