import datetime

import pytest
from django.core.exceptions import PermissionDenied

from accounts.enums import Role
from accounts.models import AuditEvent, Membership, User
from mentoring.common.refusal import Refusal
from participants.enums import SignerBasis
from participants.models import Guardian, MentorRecord, Person
from participants.queries.twins import twins_of
from participants.services import (
    DuplicatePerson,
    SuspectedTwins,
    add_guardian,
    add_person,
    edit_person,
    edit_record,
    enter_mentee,
    enter_mentor,
    give_account,
)
from tests.factories.participants import MentorRecordFactory, PersonFactory
from tests.factories.programmes import ProgrammeFactory

BORN = datetime.date(2013, 3, 12)
VERA = {"surname": "Ёлкина", "name": "Вера", "patronymic": "Петровна", "birth_date": BORN, "kind": "pupil", "class_name": "7 «б» класс"}


def test_a_person_is_added_with_a_tidy_class_and_can_be_found_by_any_spelling(curator):
    person = add_person(actor=curator, **VERA)

    assert person.class_name == "7Б"
    assert list(Person.objects.named_like("елкина В")) == [person]
    assert AuditEvent.objects.get().name == "person.added"


def test_the_same_name_with_the_same_birth_date_is_refused_and_the_refusal_knows_the_person(curator):
    first = add_person(actor=curator, **VERA)

    with pytest.raises(DuplicatePerson) as refused:
        add_person(actor=curator, **VERA | {"surname": "ЕЛКИНА"})

    assert refused.value.person == first
    assert Person.objects.count() == 1


def test_a_namesake_born_on_another_day_is_another_person(curator):
    add_person(actor=curator, **VERA)

    add_person(actor=curator, **VERA | {"birth_date": datetime.date(2012, 3, 12)})

    assert Person.objects.count() == 2


def test_a_namesake_without_a_birth_date_may_be_the_same_person(curator):
    add_person(actor=curator, **VERA)

    with pytest.raises(SuspectedTwins, match="Ёлкина"):
        add_person(actor=curator, **VERA | {"birth_date": None})


def test_somebody_who_is_said_to_be_another_person_is_added_and_remembered(curator):
    first = add_person(actor=curator, **VERA)

    second = add_person(actor=curator, not_same=[first.pk], **VERA | {"birth_date": None})

    assert twins_of(VERA, but=second.pk) == []
    assert edit_person(actor=curator, person=second, class_name="8А").class_name == "8А"


@pytest.mark.parametrize(
    "wrong",
    [
        {"surname": ""},
        {"kind": "robot"},
        {"birth_date": datetime.date(2213, 1, 1)},
        {"birth_date": datetime.date(1013, 1, 1)},
        {"email": "not an address"},
        {"surname": "А" * 81},
    ],
)
def test_a_refused_person_leaves_nothing_behind(curator, wrong):
    with pytest.raises(Refusal):
        add_person(actor=curator, **VERA | wrong)

    assert not Person.objects.exists()
    assert not AuditEvent.objects.exists()


def test_a_director_reads_people_but_does_not_add_them(director):
    with pytest.raises(PermissionDenied):
        add_person(actor=director, **VERA)


def test_edit_writes_only_what_changed_and_the_journal_names_the_fields(curator, school):
    person = PersonFactory(school=school)

    edit_person(actor=curator, person=person, class_name="8б", surname=person.surname)

    person.refresh_from_db()
    assert person.class_name == "8Б"
    assert set(AuditEvent.objects.get().details) == {"fields"}


def test_edit_into_another_person_is_refused(curator, school):
    first, second = PersonFactory(school=school), PersonFactory(school=school)

    with pytest.raises(DuplicatePerson):
        edit_person(actor=curator, person=second, surname=first.surname)

    second.refresh_from_db()
    assert second.surname != first.surname


def test_a_representative_is_named_once(curator, school):
    person = PersonFactory(school=school)
    words = {"person": person, "full_name": "Родителева Ольга Юрьевна", "basis": SignerBasis.PARENT}

    add_guardian(actor=curator, **words)
    with pytest.raises(Refusal):
        add_guardian(actor=curator, **words | {"full_name": "РОДИТЕЛЕВА Ольга  Юрьевна"})

    assert Guardian.objects.count() == 1


def test_a_representative_cannot_sign_as_the_person(curator, school):
    with pytest.raises(Refusal):
        add_guardian(actor=curator, person=PersonFactory(school=school), full_name="Родителева О. Ю.", basis=SignerBasis.SELF)


def test_a_person_stands_once_in_a_base_and_may_stand_in_both(curator, school):
    programme, person = ProgrammeFactory(school=school), PersonFactory(school=school)

    enter_mentor(actor=curator, programme=programme, person=person, capacity=2)
    enter_mentee(actor=curator, programme=programme, person=person, request="поддержка")
    with pytest.raises(Refusal, match=person.surname):
        enter_mentor(actor=curator, programme=programme, person=person)

    assert MentorRecord.objects.get().capacity == 2


@pytest.mark.parametrize("capacity", [0, 31])
def test_an_impossible_number_of_places_is_refused(curator, school, capacity):
    with pytest.raises(Refusal):
        enter_mentor(actor=curator, programme=ProgrammeFactory(school=school), person=PersonFactory(school=school), capacity=capacity)

    assert not MentorRecord.objects.exists()


def test_edit_record_does_not_let_somebody_leave_before_the_entry(curator, school):
    row = MentorRecordFactory(programme=ProgrammeFactory(school=school))

    with pytest.raises(Refusal):
        edit_record(actor=curator, row=row, left_on=datetime.date(2026, 9, 1))

    edit_record(actor=curator, row=row, interests="шахматы")
    row.refresh_from_db()
    assert (row.interests, row.left_on) == ("шахматы", None)


def test_an_account_belongs_to_the_person_and_a_second_role_joins_it(curator, school):
    person = PersonFactory(school=school)

    give_account(actor=curator, person=person, role=Role.MENTOR, username="vera", password="long enough 12")
    give_account(actor=curator, person=person, role=Role.MENTEE, username="", password=None)

    person.refresh_from_db()
    assert set(person.user.memberships.values_list("role", flat=True)) == {Role.MENTOR, Role.MENTEE}


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.CURATOR, Role.ADMINISTRATOR])
def test_a_curator_makes_no_staff(curator, school, role):
    people = User.objects.count()

    with pytest.raises(Refusal):
        give_account(actor=curator, person=PersonFactory(school=school), role=role, username="boss", password="long enough 12")

    assert User.objects.count() == people
    assert not Membership.objects.filter(role=role, user__username="boss").exists()


def test_a_taken_login_name_is_refused_in_any_case(curator, school):
    give_account(actor=curator, person=PersonFactory(school=school), role=Role.MENTOR, username="vera", password=None)

    with pytest.raises(Refusal, match="VERA"):
        give_account(actor=curator, person=PersonFactory(school=school), role=Role.MENTOR, username="VERA", password=None)
