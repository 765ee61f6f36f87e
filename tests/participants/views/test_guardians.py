import datetime

import pytest
from django.urls import reverse

from mentoring.common.clock import pretend, today
from participants.models import FormerGuardian, Guardian
from tests.factories.participants import GuardianFactory, PersonFactory

NAME = "Ёлкина Ольга Юрьевна"
WORDS = {"full_name": NAME, "basis": "parent", "phone": "", "basis_document": "", "basis_date": ""}


@pytest.fixture
def child(school):
    return PersonFactory(school=school)


def test_a_namesake_with_another_child_is_asked_about_first(sign_in, curator, child):
    known = GuardianFactory(person=PersonFactory(school=child.school), full_name=NAME)
    client, address = sign_in(curator), reverse("participants:guardian_add", args=[child.pk])

    asked = client.post(address, WORDS)
    assert "same_as" in asked.context["form"].errors
    assert not child.guardians.exists()
    client.post(address, WORDS | {"same_as": str(known.pk)})

    known.refresh_from_db()
    assert child.guardians.get().adult == known.adult


def test_the_other_child_stands_on_the_persons_page(sign_in, curator, child):
    sister = PersonFactory(school=child.school, name="Анна")
    known = GuardianFactory(person=sister, full_name=NAME)
    client = sign_in(curator)
    client.post(reverse("participants:guardian_add", args=[child.pk]), WORDS | {"same_as": str(known.pk)})

    assert sister.get_absolute_url() in client.get(child.get_absolute_url()).content.decode()


def test_a_representative_is_corrected(sign_in, curator, child):
    guardian = GuardianFactory(person=child)

    sign_in(curator).post(reverse("participants:guardian_edit", args=[guardian.pk]), WORDS | {"basis_date": "01.03.2025"})

    guardian.refresh_from_db()
    assert (guardian.full_name, guardian.basis_date) == (NAME, datetime.date(2025, 3, 1))


def test_the_rights_end_on_a_page_of_their_own(sign_in, curator, child):
    guardian = GuardianFactory(person=child)
    with pretend(datetime.date(2026, 9, 10)):
        words = {"ended_on": f"{today():%d.%m.%Y}", "reason": "решение суда"}
        response = sign_in(curator).post(reverse("participants:guardian_end", args=[guardian.pk]), words)

    assert response.url == child.get_absolute_url()
    assert not Guardian.objects.exists()
    assert FormerGuardian.objects.get().reason == "решение суда"
