"""Who stands in a base and lacks a consent."""

from dataclasses import dataclass

from mentoring.common.clock import today
from participants.enums import NEEDED_TO_PAIR, ConsentPurpose
from participants.models import Consent, MenteeRecord, MentorRecord, Person


@dataclass(frozen=True)
class Lacking:
    """`purposes` are labels of what is missing; `signer` who signs, empty when nobody is named yet."""

    person: Person
    purposes: list[str]
    signer: str

    @property
    def can_sign(self) -> bool:
        return bool(self.signer)


def people_lacking_consents(actor, programme=None) -> list[Lacking]:
    """People who are in a base and lack a consent that a pair needs, by class and name."""
    wanted = {"left_on__isnull": True} | ({"programme": programme} if programme else {"programme__ends_on__gte": today()})
    keys = {key for model in (MentorRecord, MenteeRecord) for key in model.objects.filter(**wanted).values_list("person_id", flat=True)}
    people = Person.objects.visible_to(actor).filter(pk__in=keys).prefetch_related("guardians")
    there = set(Consent.objects.in_force(today()).filter(person__in=keys).values_list("person_id", "purpose"))
    rows = []
    for person in people.order_by("class_name", "search_key", "pk"):
        missing = [ConsentPurpose(purpose).label for purpose in NEEDED_TO_PAIR if (person.pk, purpose) not in there]
        if missing:
            rows.append(Lacking(person, missing, _signer(person)))
    return rows


def _signer(person: Person) -> str:
    if not person.is_minor:
        return person.full_name
    guardian = next(iter(person.guardians.all()), None)
    return guardian.full_name if guardian else ""
