import datetime

import pytest
from django.core.exceptions import PermissionDenied

from mentoring.common.clock import pretend
from mentoring.common.refusal import Refusal
from participants.models import Consent, Guardian
from participants.queries.guardians import namesakes, other_children
from participants.services import add_guardian, edit_guardian, end_guardian, record_consent
from tests.factories.participants import GuardianFactory, PersonFactory

DAY = datetime.date(2026, 9, 10)


@pytest.fixture(autouse=True)
def autumn():
    with pretend(DAY):
        yield


@pytest.fixture
def child(school):
    return PersonFactory(school=school)


def add(curator, person, **others):
    words = {"full_name": "Ёлкина Ольга Юрьевна", "basis": "parent", "phone": "+7 900 111-22-33"}
    return add_guardian(actor=curator, person=person, **words | others)


def test_the_document_of_the_rights_is_kept_with_its_date(curator, child):
    guardian = add(curator, child, basis="guardian", basis_document="акт № 4", basis_date=datetime.date(2025, 3, 1))

    guardian.refresh_from_db()
    assert (guardian.basis_document, guardian.basis_date) == ("акт № 4", datetime.date(2025, 3, 1))


def test_the_same_adult_of_two_children_is_recognised(curator, child, school):
    brother = PersonFactory(school=school, name="Пётр")
    mother = add(curator, child)

    assert namesakes(curator, "елкина ольга юрьевна", besides=brother) == [mother]
    with_brother = add(curator, brother, same_as=mother, full_name="", phone="")

    mother.refresh_from_db()
    assert (with_brother.full_name, with_brother.phone) == (mother.full_name, mother.phone)
    assert other_children(curator, [mother]) == {mother.pk: [brother]}
    assert other_children(curator, [with_brother]) == {with_brother.pk: [child]}


def test_two_namesakes_are_not_one_adult(curator, child, school):
    mother = add(curator, child)
    add(curator, PersonFactory(school=school, name="Пётр"))

    assert other_children(curator, [mother]) == {mother.pk: []}


def test_a_new_phone_of_the_adult_stands_with_every_child_and_a_document_with_its_own(curator, child, school):
    mother = add(curator, child)
    other = add(curator, PersonFactory(school=school, name="Пётр"), same_as=mother)

    edit_guardian(actor=curator, guardian=mother, phone="+7 900 000-00-01", basis_document="свидетельство II-АР № 1")

    other.refresh_from_db()
    assert (other.phone, other.basis_document) == ("+7 900 000-00-01", "")


def test_whose_rights_ended_signs_and_sees_no_more_and_what_was_signed_stays(curator, child):
    guardian = add(curator, child)
    record_consent(actor=curator, person=child, purpose="processing", given_on=DAY)

    former = end_guardian(actor=curator, guardian=guardian, ended_on=DAY, reason="решение суда от 01.09.2026")

    assert not child.guardians.exists()
    assert (former.full_name, former.reason) == (guardian.full_name, "решение суда от 01.09.2026")
    assert Consent.objects.get().signer == guardian.full_name
    with pytest.raises(Refusal):
        record_consent(actor=curator, person=child, purpose="participation", given_on=DAY)


@pytest.mark.parametrize("ended_on, reason", [(DAY + datetime.timedelta(days=1), "суд"), (DAY, "  ")])
def test_an_end_without_its_day_or_reason_is_refused(curator, child, ended_on, reason):
    guardian = add(curator, child)

    with pytest.raises(Refusal):
        end_guardian(actor=curator, guardian=guardian, ended_on=ended_on, reason=reason)
    assert child.guardians.exists()


def test_a_document_of_tomorrow_is_refused(curator, child):
    with pytest.raises(Refusal):
        add(curator, child, basis_date=DAY + datetime.timedelta(days=1))
    assert not Guardian.objects.exists()


def test_only_who_manages_people_ends_rights(mentor_actor, child):
    guardian = GuardianFactory(person=child)

    with pytest.raises(PermissionDenied):
        end_guardian(actor=mentor_actor, guardian=guardian, ended_on=DAY, reason="суд")
