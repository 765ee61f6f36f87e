import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from participants.models import Kinship
from participants.services import record_kinship, remove_kinship
from tests.factories.participants import PersonFactory


@pytest.fixture
def two(school):
    return PersonFactory.create_batch(2, school=school)


def test_two_relatives_are_one_row_from_whichever_side(curator, two):
    one, other = two
    record_kinship(actor=curator, person=other, relative=one)
    record_kinship(actor=curator, person=one, relative=other)

    kinship = Kinship.objects.get()
    assert (kinship.one, kinship.other) == (one, other)
    assert (kinship.other_than(one), kinship.other_than(other)) == (other, one)
    assert AuditEvent.objects.filter(name="kinship.recorded").count() == 1


def test_nobody_is_a_relative_of_oneself(curator, two):
    with pytest.raises(Refusal):
        record_kinship(actor=curator, person=two[0], relative=two[0])


def test_kinship_is_recorded_by_who_keeps_the_people(director, curator, two):
    kinship = record_kinship(actor=curator, person=two[0], relative=two[1])

    with pytest.raises(PermissionDenied):
        remove_kinship(actor=director, kinship=kinship)
    assert Kinship.objects.exists()


def test_relative_is_found_by_name_recorded_and_removed(sign_in, curator, two):
    one, other = two
    client, address = sign_in(curator), reverse("participants:kin", args=[one.pk])

    found = client.get(address, {"q": other.surname.lower()}).content.decode()
    client.post(address, {"relative": other.pk})
    shown = client.get(one.get_absolute_url()).content.decode()
    client.post(reverse("participants:kin_remove", args=[one.pk, Kinship.objects.get().pk]))

    assert other.full_name in found
    assert other.full_name in shown
    assert not Kinship.objects.exists()
