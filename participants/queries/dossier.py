"""Everything about one person that the reader may see, in one place."""

from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Prefetch, Q

from accounts.permissions import Permission
from mentoring.common.clock import today
from participants.enums import NEEDED_TO_PAIR, ConsentPurpose
from participants.models import Consent, Kinship, MenteeRecord, MentorRecord, Person, ScanPage
from participants.queries.guardians import other_children
from participants.queries.readiness import asks, counts_for, gate_address, gates_of
from participants.queries.topics import language_words


@dataclass
class Dossier:
    """A class teacher sees name, class and readiness; staff, the person and the guardians see the facts."""

    person: Person
    actor: object
    consents: list[Consent] = field(init=False)
    mentor_records: list[MentorRecord] = field(init=False)
    mentee_records: list[MenteeRecord] = field(init=False)

    def __post_init__(self):
        rows = self.person.consents.visible_to(self.actor).select_related("withdrawal", "recorded_by__user").order_by("-given_on", "-pk")
        self.consents = list(rows.prefetch_related(self._scans())) if self.is_full else []
        self.mentor_records = list(_in_full(self.person.mentorrecords.visible_to(self.actor)))
        self.mentee_records = list(_in_full(self.person.menteerecords.visible_to(self.actor)))

    def _scans(self) -> Prefetch:
        """Pages on which a consent was signed, for who may look at them."""
        return Prefetch("scan_pages", ScanPage.objects.visible_to(self.actor).order_by("-batch__uploaded_at", "number"))

    @cached_property
    def is_full(self) -> bool:
        """May the reader see contacts, birth date, guardians, requests?"""
        if self.is_staff or self.person.user_id == self.actor.user_id:
            return True
        return self.person.guardians.filter(user_id=self.actor.user_id).exists()

    @property
    def is_own(self) -> bool:
        return self.person.user_id is not None and self.person.user_id == self.actor.user_id

    @property
    def is_staff(self) -> bool:
        return self.actor.may(Permission.VIEW_PEOPLE)

    @property
    def records(self) -> list:
        return [*self.mentor_records, *self.mentee_records]

    @property
    def languages(self) -> str:
        return language_words(self.person.languages)

    @cached_property
    def guardians(self) -> list:
        return list(self.person.guardians.all()) if self.is_full else []

    @cached_property
    def kin(self) -> list[dict]:
        """Relatives, for staff."""
        rows = Kinship.objects.visible_to(self.actor).of(self.person) if self.is_staff else []
        return [{"pk": row.pk, "person": row.other_than(self.person)} for row in rows]

    @cached_property
    def former_guardians(self) -> list:
        return list(self.person.former_guardians.all()) if self.is_staff else []

    @cached_property
    def families(self) -> list[dict]:
        """Each guardian with the other children of the same adult, for staff."""
        children = other_children(self.actor, self.guardians) if self.is_staff else {}
        return [{"guardian": guardian, "children": children.get(guardian.pk, [])} for guardian in self.guardians]

    @cached_property
    def sheets(self) -> list:
        """Printed consents that are not back, or not checked yet."""
        return list(self.person.consent_sheets.visible_to(self.actor).open())

    @cached_property
    def missing(self) -> list[ConsentPurpose]:
        """Purposes without a consent in force: the reasons why nobody can pair this person."""
        if not any(record.left_on is None and record.programme.ends_on >= today() for record in self.records):
            return []
        there = set(self.person.consents.in_force(today()).values_list("purpose", flat=True))
        return [ConsentPurpose(purpose) for purpose in NEEDED_TO_PAIR if purpose not in there]

    @cached_property
    def gates(self) -> list[dict]:
        """What the running programmes ask of this person beside the consents, with the marks; for staff."""
        if not self.is_staff:
            return []
        marks = list(self.person.gate_marks.all())
        return [gate for record in self.records for gate in self._gates_of(record, marks)]

    def _gates_of(self, record, marks):
        if record.left_on is not None or record.programme.ends_on < today():
            return
        asked = [gate for gate in gates_of(record.programme) if gate in record.GATES and asks(gate, record)]
        if not asked:
            return
        lacking = type(record).objects.with_readiness().get(pk=record.pk).missing_gates
        for gate in asked:
            yield {
                "programme": record.programme,
                "gate": gate,
                "is_open": gate in lacking,
                "marks": [mark for mark in marks if mark.gate == gate and counts_for(mark, record)],
                "url": gate_address(self.person, record.programme, gate),
            }

    @cached_property
    def withdrawn(self) -> set[str]:
        """Purposes whose last consent was withdrawn."""
        return {consent.purpose for consent in self.consents if getattr(consent, "withdrawal", None) is not None}

    @cached_property
    def pairs(self) -> list:
        """Pairs and groups on either side, the newest first."""
        either = Q(mentor__in=self.mentor_records) | Q(mentees__in=self.mentee_records)
        pairs = MentorRecord.pairs.rel.related_model.objects  # of the room above
        return list(pairs.visible_to(self.actor).filter(either).distinct().with_names().with_meetings().order_by("-starts_on", "-pk"))


def _in_full(records):
    return records.select_related("programme", "person").prefetch_related("topics")
