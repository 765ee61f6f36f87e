"""Who cannot be paired and why: the one place that turns readiness into reasons."""

from collections import Counter
from dataclasses import dataclass

from django.urls import reverse

from mentoring.common.clock import today
from participants.enums import ConsentPurpose, Gate, ObstacleCode
from participants.models import ChosenGate, Consent, MenteeRecord, MentorRecord
from participants.models.gates import FROM_OUTSIDE, OUTSIDERS, UNDER_CONTRACT
from programmes.enums import PersonKind

GATE_CODES = {
    Gate.QUESTIONNAIRE: ObstacleCode.QUESTIONNAIRE,
    Gate.INTERVIEW: ObstacleCode.INTERVIEW,
    Gate.SCREENING: ObstacleCode.SCREENING,
    Gate.TRAINING: ObstacleCode.TRAINING,
    Gate.CONTRACT: ObstacleCode.CONTRACT,
}


@dataclass(frozen=True)
class Obstacle:
    """One reason; `purpose` of the consent, `gate` of the programme, whichever it is about."""

    code: ObstacleCode
    purpose: ConsentPurpose | None = None
    gate: Gate | None = None

    @property
    def subject(self) -> str:
        """What is missing, for a list of a few words."""
        return str((self.purpose or self.gate or self.code).label)


@dataclass(frozen=True)
class Blocked:
    """A record of a base with everything that stands in the way of a pair."""

    record: MentorRecord | MenteeRecord
    obstacles: list[Obstacle]

    @property
    def is_mentor(self) -> bool:
        return isinstance(self.record, MentorRecord)


def who_cannot_be_paired(actor, programme=None, class_name: str = "") -> list[Blocked]:
    """People of both bases who are present and not ready, by class and name."""
    records = []
    for model in (MentorRecord, MenteeRecord):
        rows = model.objects.visible_to(actor).present()
        rows = rows.filter(programme=programme) if programme else rows
        rows = rows.filter(person__class_name=class_name) if class_name else rows
        records += rows.blocked().with_person().prefetch_related("person__guardians")
    records.sort(key=lambda record: (record.person.class_name, record.person.search_key, record.pk))
    return [Blocked(record, obstacles) for record, obstacles in zip(records, obstacles_of(records), strict=True)]


def obstacles_of(records) -> list[list[Obstacle]]:
    """For each record (`with_readiness()`, `person.guardians` prefetched) its reasons, consents first."""
    last = _last_consents(records)
    return [[*_consents(record, last), *_signer(record), *_gates(record)] for record in records]


def counts_by_code(blocked: list[Blocked]) -> dict[ObstacleCode, int]:
    """How many records each reason stops."""
    return Counter(code for row in blocked for code in {obstacle.code for obstacle in row.obstacles})


def gates_of(programme) -> list[Gate]:
    """What the programme asks for beside the consents."""
    chosen = set(ChosenGate.objects.filter(programme=programme).values_list("gate", flat=True))
    return [gate for gate in Gate if gate in chosen]


def asks(gate: Gate, record) -> bool:
    """A certificate is asked of people from outside the school only, a contract of them and of teachers."""
    kind = record.person.kind
    if gate == Gate.CONTRACT:
        return kind in UNDER_CONTRACT
    return gate != Gate.SCREENING or kind in OUTSIDERS or (kind != PersonKind.TEACHER and record.category in FROM_OUTSIDE)


def counts_for(mark, record) -> bool:
    """A certificate counts in every programme, everything else in its own."""
    return mark.gate == Gate.SCREENING or mark.programme_id == record.programme_id


def gate_address(person, programme, gate: Gate) -> str:
    """The page where staff record it."""
    if gate == Gate.TRAINING:
        return reverse("participants:training", args=[programme.pk])
    if gate == Gate.CONTRACT:
        return reverse("participants:contracts")
    return reverse("participants:gate_record", args=[person.pk, programme.pk, gate.value])


def _last_consents(records) -> dict[tuple[int, str], Consent]:
    lacking = {record.person_id for record in records if record.missing_consents}
    rows = Consent.objects.filter(person__in=lacking).select_related("withdrawal").order_by("given_on", "pk")
    return {(consent.person_id, consent.purpose): consent for consent in rows}


def _consents(record, last):
    for purpose in map(ConsentPurpose, record.missing_consents):
        consent = last.get((record.person_id, purpose))
        if consent is None:
            code = ObstacleCode.CONSENT_MISSING
        elif getattr(consent, "withdrawal", None) is not None:
            code = ObstacleCode.CONSENT_WITHDRAWN
        else:
            code = ObstacleCode.CONSENT_EXPIRED if consent.given_on <= today() else ObstacleCode.CONSENT_MISSING
        yield Obstacle(code, purpose=purpose)


def _signer(record):
    """Only while a consent is missing: what was signed stays signed."""
    if record.missing_consents and record.person.is_minor and not record.person.guardians.all():
        yield Obstacle(ObstacleCode.SIGNER_MISSING)


def _gates(record):
    for gate in map(Gate, record.missing_gates):
        yield Obstacle(GATE_CODES[gate], gate=gate)
