import datetime

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import AuditEvent
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from participants.enums import ConsentPurpose, SignerBasis
from participants.models import Consent, MenteeCategory, MenteeRecord
from participants.queries.consent_reference import tandem_text
from participants.services import edit_record, read_needs, record_consent, record_consents, record_needs, withdraw_consent
from tests.factories.participants import ConsentFactory, GuardianFactory, MenteeRecordFactory, PersonFactory
from tests.factories.programmes import ProgrammeFactory

DAY = datetime.date(2026, 9, 5)
BOTH = [ConsentPurpose.PROCESSING, ConsentPurpose.PARTICIPATION]


@pytest.fixture
def pupil(school):
    return PersonFactory(school=school)


def test_a_minors_consent_is_signed_by_the_guardian_and_keeps_the_text(curator, pupil):
    guardian = GuardianFactory(person=pupil, basis=SignerBasis.GUARDIAN)

    consent = record_consent(actor=curator, person=pupil, purpose="processing", given_on=DAY)

    assert (consent.signer, consent.basis) == (guardian.full_name, SignerBasis.GUARDIAN)
    assert consent.text_sha256 == tandem_text("processing", minor=True).sha256
    assert AuditEvent.objects.get().name == "consent.recorded"


def test_an_adult_signs_alone(curator, school):
    teacher = PersonFactory(school=school, teacher=True)

    consent = record_consent(actor=curator, person=teacher, purpose="publication", given_on=DAY)

    assert (consent.signer, consent.basis) == (teacher.full_name, SignerBasis.SELF)
    assert consent.text_sha256 != tandem_text("publication", minor=True).sha256


def test_a_named_guardian_signs_instead_of_the_first(curator, pupil):
    GuardianFactory(person=pupil)
    second = GuardianFactory(person=pupil, full_name="Другова Мария Ильинична")

    consent = record_consent(actor=curator, person=pupil, purpose="processing", given_on=DAY, signer="другова мария ильинична")

    assert consent.signer == second.full_name


@pytest.mark.parametrize("signer", ["", "Кто-то Другой"])
def test_nobody_signs_for_a_minor_without_that_guardian(curator, pupil, signer):
    if signer:
        GuardianFactory(person=pupil)

    with pytest.raises(Refusal):
        record_consent(actor=curator, person=pupil, purpose="processing", given_on=DAY, signer=signer)

    assert not Consent.objects.exists()


def test_a_consent_in_force_is_not_recorded_twice(curator, pupil):
    GuardianFactory(person=pupil)
    record_consent(actor=curator, person=pupil, purpose="processing", given_on=DAY)

    with pytest.raises(Refusal):
        record_consent(actor=curator, person=pupil, purpose="processing", given_on=DAY)

    assert Consent.objects.count() == 1


def test_a_day_in_the_future_is_refused(curator, school):
    with pytest.raises(Refusal):
        record_consent(
            actor=curator,
            person=PersonFactory(school=school, teacher=True),
            purpose="processing",
            given_on=today() + datetime.timedelta(days=1),
        )


def test_many_consents_at_once_are_only_the_missing_ones(curator, school):
    people = PersonFactory.create_batch(2, school=school, teacher=True)
    record_consent(actor=curator, person=people[0], purpose="processing", given_on=DAY)

    assert record_consents(actor=curator, people=people, purposes=BOTH, given_on=DAY) == 3
    assert record_consents(actor=curator, people=people, purposes=BOTH, given_on=DAY) == 0


def test_one_minor_without_a_guardian_stops_the_whole_record(curator, school, pupil):
    teacher = PersonFactory(school=school, teacher=True)

    with pytest.raises(Refusal, match=pupil.surname):
        record_consents(actor=curator, people=[teacher, pupil], purposes=BOTH, given_on=DAY)

    assert not Consent.objects.exists()
    assert not AuditEvent.objects.exists()


def test_a_withdrawn_consent_stops_the_readiness_and_stays_in_the_register(curator, school):
    record = MenteeRecordFactory(programme=ProgrammeFactory(school=school), person__teacher=True, person__ready=True)
    consent = record.person.consents.get(purpose="participation")

    withdraw_consent(actor=curator, consent=consent, withdrawn_on=today())

    assert not MenteeRecord.objects.ready().exists()
    assert MenteeRecord.objects.with_readiness().get().missing_consents == ["participation"]
    assert Consent.objects.count() == 2


def test_a_consent_is_withdrawn_once_and_not_before_it_was_given(curator, school):
    consent = record_consent(actor=curator, person=PersonFactory(school=school, teacher=True), purpose="processing", given_on=DAY)

    with pytest.raises(Refusal):
        withdraw_consent(actor=curator, consent=consent, withdrawn_on=DAY - datetime.timedelta(days=1))
    withdraw_consent(actor=curator, consent=consent, withdrawn_on=today())
    with pytest.raises(Refusal):
        withdraw_consent(actor=curator, consent=consent, withdrawn_on=today())


def test_after_a_withdrawal_a_new_consent_may_be_recorded(curator, school):
    person = PersonFactory(school=school, teacher=True)
    first = record_consent(actor=curator, person=person, purpose="processing", given_on=DAY)
    withdraw_consent(actor=curator, consent=first, withdrawn_on=DAY)

    record_consent(actor=curator, person=person, purpose="processing", given_on=DAY)

    assert person.consents.in_force(today()).count() == 1


def test_a_director_reads_consents_but_does_not_record_them(director, school):
    with pytest.raises(PermissionDenied):
        record_consent(actor=director, person=PersonFactory(school=school, teacher=True), purpose="processing", given_on=DAY)


def test_without_its_own_consent_nothing_about_health_is_kept_or_shown(curator, school):
    mentee = MenteeRecordFactory(programme__school=school)
    with pytest.raises(Refusal, match="сведения о здоровье – нет"):
        record_needs(actor=curator, mentee=mentee, categories=["health", "gifted"])
    assert read_needs(actor=curator, mentee=mentee) == []

    consent = ConsentFactory(person=mentee.person, purpose="special_category")
    record_needs(actor=curator, mentee=mentee, categories=["health", "gifted"])
    Consent.objects.update(valid_until=today() - datetime.timedelta(days=1))
    assert [row.category for row in read_needs(actor=curator, mentee=mentee)] == ["gifted"]

    Consent.objects.update(valid_until=None)
    withdraw_consent(actor=curator, consent=consent, withdrawn_on=today())

    assert [row.category for row in MenteeCategory.objects.all()] == ["gifted"]


def test_a_second_consent_in_force_keeps_what_the_first_allowed(curator, school):
    mentee = MenteeRecordFactory(programme__school=school)
    first, _second = (ConsentFactory(person=mentee.person, purpose="special_category") for _number in range(2))
    record_needs(actor=curator, mentee=mentee, categories=["health"])

    withdraw_consent(actor=curator, consent=first, withdrawn_on=today())

    assert MenteeCategory.objects.count() == 1


@pytest.mark.parametrize("purpose", ["processing", "participation", "mentor_agreement", "special_category"])
def test_a_case_is_linked_with_the_consent_to_publication_alone(curator, school, purpose):
    row = MenteeRecordFactory(programme__school=school)
    ConsentFactory(person=row.person, purpose=purpose)

    with pytest.raises(Refusal, match="публикация на сайте – нет"):
        edit_record(actor=curator, row=row, case_link="https://school.example/case")


def test_a_withdrawn_publication_takes_the_link_out_of_the_base_and_tells_where_it_led(curator, school):
    row = MenteeRecordFactory(programme__school=school)
    consent = ConsentFactory(person=row.person, purpose="publication")
    edit_record(actor=curator, row=row, case_link="https://school.example/case")

    withdraw_consent(actor=curator, consent=consent, withdrawn_on=today())

    row.refresh_from_db()
    assert row.case_link == ""
    assert AuditEvent.objects.get(name="case_link.removed").details == {"link": "https://school.example/case"}
