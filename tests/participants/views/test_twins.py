import pytest
from django.urls import reverse

from participants.models import MenteeRecord, Merge, Person, ToldApart
from tests.factories.participants import MenteeRecordFactory, PersonFactory
from tests.factories.programmes import ProgrammeFactory

ADD = {"surname": "Ёлкина", "name": "Вера", "patronymic": "Петровна", "kind": "pupil", "class_name": "7б", "entered_on": "2026-09-10"}


@pytest.fixture
def kept(school):
    return PersonFactory(school=school, surname="Ёлкина")


@pytest.fixture
def lost(school):
    return PersonFactory(school=school, surname="Елкина", birth_date=None, class_name="7В")


def test_a_new_person_who_looks_like_one_in_the_list_is_asked_about(sign_in, curator, kept):
    programme = ProgrammeFactory(school=curator.school)
    client, address, words = sign_in(curator), reverse("participants:mentee_add"), ADD | {"programme": programme.pk}

    answer = client.post(address, words)
    assert kept.get_absolute_url() in answer.text
    assert f'name="not_same" value="{kept.pk}"' in answer.text.replace("\n", " ").replace("  ", " ") or 'name="not_same"' in answer.text
    assert not MenteeRecord.objects.exists()

    client.post(address, words | {"not_same": [kept.pk]})

    assert MenteeRecord.objects.get().person != kept
    assert ToldApart.objects.exists()


def test_the_page_shows_twins_and_forgets_those_told_apart(sign_in, curator, kept, lost):
    client, page = sign_in(curator), reverse("participants:twins")
    assert reverse("participants:merge", args=[kept.pk, lost.pk]) in client.get(page).text

    client.post(reverse("participants:tell_apart", args=[kept.pk, lost.pk]))

    assert reverse("participants:merge", args=[kept.pk, lost.pk]) not in client.get(page).text


def test_the_preview_shows_both_values_and_what_moves(sign_in, curator, kept, lost):
    MenteeRecordFactory(programme=ProgrammeFactory(school=curator.school), person=lost)

    text = sign_in(curator).get(reverse("participants:merge", args=[kept.pk, lost.pk])).text

    assert f"person-{kept.pk}-class_name" in text
    assert "7Б" in text and "7В" in text  # noqa: PT018 - one fact: both are there
    assert not Merge.objects.exists()


def test_the_address_of_the_merged_entry_leads_to_the_one_that_stayed(sign_in, curator, kept, lost):
    client, address = sign_in(curator), lost.get_absolute_url()
    client.post(reverse("participants:merge", args=[kept.pk, lost.pk]), {f"person-{kept.pk}-class_name": "lost"})

    answer = client.get(address)

    assert answer.url == kept.get_absolute_url()
    assert Person.objects.get(pk=kept.pk).class_name == "7В"


def test_who_may_not_see_the_person_does_not_learn_of_the_merge(sign_in, curator, mentor_actor, kept, lost):
    sign_in(curator).post(reverse("participants:merge", args=[kept.pk, lost.pk]))

    assert sign_in(mentor_actor).get(lost.get_absolute_url()).status_code == 404


def test_a_merge_is_undone_from_the_page(sign_in, curator, kept, lost):
    client = sign_in(curator)
    client.post(reverse("participants:merge", args=[kept.pk, lost.pk]))
    undo = reverse("participants:merge_undo", args=[Merge.objects.get().pk])
    assert undo in client.get(reverse("participants:twins")).text

    client.post(undo)

    assert Person.objects.filter(pk=lost.pk).exists()


def test_the_other_entry_is_found_by_its_name(sign_in, curator, kept):
    other = PersonFactory(school=curator.school, surname="Берёзкина")

    text = sign_in(curator).get(reverse("participants:merge_choose", args=[kept.pk]), {"q": "берез"}).text

    assert reverse("participants:merge", args=[kept.pk, other.pk]) in text
