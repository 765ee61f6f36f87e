import datetime

import pytest
from django.urls import reverse

from accounts.enums import Role
from accounts.models import User
from mentoring.common.clock import today
from participants.models import MenteeRecord, MentorRecord, Person
from tests.factories.accounts import MembershipFactory
from tests.factories.pairs import MeetingFactory, PairFactory
from tests.factories.participants import (
    ConsentFactory,
    EntryAnswersFactory,
    GuardianFactory,
    MenteeRecordFactory,
    MentorRecordFactory,
    PersonFactory,
)
from tests.factories.programmes import ProgrammeFactory

ADD = {
    "surname": "Ёлкина",
    "name": "Вера",
    "patronymic": "Петровна",
    "kind": "pupil",
    "birth_date": "2013-03-12",
    "class_name": "7б",
    "guardian": "Ёлкина Ольга Юрьевна",
    "guardian_basis": "parent",
    "guardian_phone": "",
    "request": "математика",
    "entered_on": "2026-09-10",
}


@pytest.fixture
def record(school):
    row = MenteeRecordFactory(programme=ProgrammeFactory(school=school), request="тайная просьба", person__phone="+7 900 111-22-33")
    GuardianFactory(person=row.person, full_name="Мамина Ольга Юрьевна")
    ConsentFactory(person=row.person)
    return row


def page(sign_in, actor, person):
    return sign_in(actor).get(person.get_absolute_url())


def test_the_curator_sees_everything_in_one_place(sign_in, curator, record):
    text = page(sign_in, curator, record.person).text

    for words in ("тайная просьба", "+7 900 111-22-33", "Мамина Ольга Юрьевна", "12 марта 2013"):
        assert words in text


def test_the_page_says_what_a_pair_still_needs(sign_in, curator, record):
    dossier = page(sign_in, curator, record.person).context["dossier"]

    assert [purpose.value for purpose in dossier.missing] == ["participation"]


def test_a_class_teacher_sees_the_name_and_the_readiness_only(sign_in, give_role, record):
    text = page(sign_in, give_role(Role.CLASS_TEACHER, class_name="7Б"), record.person).text

    assert record.person.surname in text
    for words in ("тайная просьба", "+7 900 111-22-33", "Мамина", "12 марта 2013"):
        assert words not in text


def test_a_class_teacher_does_not_find_another_class(sign_in, give_role, record):
    assert page(sign_in, give_role(Role.CLASS_TEACHER, class_name="8А"), record.person).status_code == 404


def test_a_mentee_sees_the_own_page_and_nobody_elses(sign_in, mentee_actor, record, school):
    Person.objects.filter(pk=record.person_id).update(user=mentee_actor.user)

    assert page(sign_in, mentee_actor, record.person).status_code == 200
    assert page(sign_in, mentee_actor, PersonFactory(school=school)).status_code == 404


def test_a_guardian_sees_the_own_child(sign_in, give_role, record):
    parent = give_role(Role.GUARDIAN)
    record.person.guardians.update(user=parent.user)

    assert "+7 900 111-22-33" in page(sign_in, parent, record.person).text


def test_the_administration_does_not_open_childrens_pages(sign_in, administrator, record):
    assert page(sign_in, administrator, record.person).status_code == 404


def test_a_person_and_the_record_are_added_in_one_form(sign_in, curator, school):
    programme = ProgrammeFactory(school=school)

    response = sign_in(curator).post(reverse("participants:mentee_add"), ADD | {"programme": programme.pk})

    record = MenteeRecord.objects.get()
    assert response.url == record.person.get_absolute_url()
    assert (record.request, record.person.class_name) == ("математика", "7Б")
    assert record.person.guardians.get().full_name == "Ёлкина Ольга Юрьевна"


def test_a_mentor_is_added_with_places(sign_in, curator, school):
    programme = ProgrammeFactory(school=school)

    sign_in(curator).post(reverse("participants:mentor_add"), ADD | {"programme": programme.pk, "capacity": 3, "competences": "химия"})

    assert MentorRecord.objects.get().capacity == 3


def test_a_duplicate_is_refused_with_a_link_and_nothing_is_left(sign_in, curator, school):
    programme = ProgrammeFactory(school=school)
    client = sign_in(curator)
    client.post(reverse("participants:mentee_add"), ADD | {"programme": programme.pk})
    known = Person.objects.get()

    response = client.post(reverse("participants:mentee_add"), ADD | {"programme": programme.pk, "surname": "ЕЛКИНА"})

    assert f'href="{known.get_absolute_url()}"' in response.text
    assert (Person.objects.count(), MenteeRecord.objects.count()) == (1, 1)


@pytest.mark.parametrize("wrong", [{"surname": ""}, {"birth_date": "31.02.2013"}, {"entered_on": ""}, {"programme": ""}, {"email": "x"}])
def test_a_wrong_form_adds_nobody(sign_in, curator, school, wrong):
    programme = ProgrammeFactory(school=school)

    response = sign_in(curator).post(reverse("participants:mentee_add"), ADD | {"programme": programme.pk} | wrong)

    assert response.context["form"].errors
    assert not Person.objects.exists()


def test_without_a_programme_the_form_says_what_comes_first(sign_in, curator):
    assert reverse("programmes:create") in sign_in(curator).get(reverse("participants:mentee_add")).text


def test_edit_saves_and_a_refusal_stays_in_the_form(sign_in, curator, record, school):
    other = PersonFactory(school=school)
    words = {"surname": "Новая", "name": "Вера", "patronymic": "Петровна", "kind": "pupil", "birth_date": "2013-03-12"}
    client = sign_in(curator)
    address = reverse("participants:person_edit", args=[record.person_id])

    assert client.post(address, words).status_code == 302
    refused = client.post(address, words | {"surname": other.surname})

    record.person.refresh_from_db()
    assert refused.context["duplicate"] == other
    assert record.person.surname == "Новая"


def test_a_known_person_is_entered_in_the_second_base(sign_in, curator, record):
    address = reverse("participants:mentor_enter", args=[record.person_id])

    sign_in(curator).post(address, {"programme": record.programme_id, "capacity": 1, "entered_on": "2026-09-10"})

    assert MentorRecord.objects.get().person == record.person


def test_a_record_is_edited(sign_in, curator, school):
    row = MentorRecordFactory(programme=ProgrammeFactory(school=school))
    address = reverse("participants:mentor_edit", args=[row.pk])

    sign_in(curator).post(address, {"capacity": 2, "entered_on": "2026-09-10", "interests": "шахматы"})

    row.refresh_from_db()
    assert (row.capacity, row.interests) == (2, "шахматы")


def test_the_password_of_a_new_account_is_shown_once(sign_in, curator, record):
    response = sign_in(curator).post(reverse("participants:account", args=[record.person_id]), {"role": "mentee", "username": "vera"})

    password = response.context["password"]
    assert password in response.text
    assert User.objects.get(username="vera").check_password(password)
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("name", ["person_edit", "guardian_add", "mentor_enter", "account"])
def test_who_only_reads_changes_nothing(sign_in, director, record, name):
    assert sign_in(director).get(reverse(f"participants:{name}", args=[record.person_id])).status_code == 403


def test_search_finds_visible_people_only(sign_in, curator, record, give_role):
    words = {"q": record.person.surname.upper()}
    stranger = give_role(Role.MENTOR)

    assert sign_in(curator).get(reverse("participants:search"), words).context["people"] == [record.person]
    assert sign_in(stranger).get(reverse("participants:search"), words).context["people"] == []


@pytest.mark.parametrize("count", [1, 30])
def test_search_takes_the_same_queries_for_one_row_and_for_thirty(sign_in, curator, school, count, django_assert_num_queries):
    MenteeRecordFactory.create_batch(count, programme=ProgrammeFactory(school=school), person__surname="Ёлкина")
    client = sign_in(curator)

    with django_assert_num_queries(6):
        client.get(reverse("participants:search"), {"q": "елк"})


def test_somebody_with_no_role_is_kept_out(client, school):
    ended = MembershipFactory(school=school, ended_on="2026-01-01")
    client.force_login(ended.user)

    assert client.get(reverse("participants:search")).status_code == 403


@pytest.mark.parametrize("rows", [1, 30])
def test_the_page_costs_the_same_for_a_short_and_a_long_story(sign_in, curator, school, rows, django_assert_num_queries):
    pair = PairFactory(active=True, programme__school=school, programme__ends_on=today() + datetime.timedelta(days=200))
    for number in range(rows):
        MeetingFactory(pair=pair)
        EntryAnswersFactory(programme=pair.programme, person=pair.mentor.person, number=number + 1)
        ConsentFactory(person=pair.mentor.person, purpose="publication")
    client = sign_in(curator)
    client.get(pair.mentor.person.get_absolute_url())

    with django_assert_num_queries(37):
        page = client.get(pair.mentor.person.get_absolute_url())

    assert page.context["story"].total == 4 + 3 * rows


def test_a_part_of_the_story_and_all_of_it_open_without_a_script(sign_in, curator, school):
    pair = PairFactory(active=True, programme__school=school)
    for _number in range(40):
        MeetingFactory(pair=pair)
    client, address = sign_in(curator), pair.mentor.person.get_absolute_url()

    short, meetings, whole = client.get(address), client.get(address, {"about": "bases"}), client.get(address, {"story": "all"})

    assert [page.text.count('class="story-sentence"') for page in (short, meetings, whole)] == [30, 1, 44]
    assert "?about=&amp;story=all#story" in short.text


def test_a_class_teacher_reads_no_story(sign_in, give_role, record):
    response = page(sign_in, give_role(Role.CLASS_TEACHER, class_name="7Б"), record.person)

    assert response.context["story"] is None
    assert "Что происходило" not in response.text
