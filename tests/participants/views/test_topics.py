import pytest
from django.urls import reverse

from participants.models import MenteeRecord, Topic
from tests.factories.participants import MenteeRecordFactory, MentorRecordFactory, PersonFactory, TopicFactory
from tests.factories.programmes import ProgrammeFactory


def test_empty_dictionary_is_filled_by_one_button(sign_in, curator):
    client = sign_in(curator)

    page = client.get(reverse("participants:topics")).content.decode()
    client.post(reverse("participants:topics_fill"))

    assert "Взять готовые слова" in page
    assert Topic.objects.filter(title="Математика").exists()


@pytest.mark.parametrize("rows", [1, 30])
def test_dictionary_costs_the_same_for_one_and_for_thirty_topics(sign_in, curator, school, rows, django_assert_num_queries):
    TopicFactory.create_batch(rows, school=school)
    client = sign_in(curator)

    with django_assert_num_queries(4):
        client.get(reverse("participants:topics"))


def test_renamed_topic_is_renamed_for_everybody(sign_in, curator, school):
    topic = TopicFactory(school=school)

    sign_in(curator).post(reverse("participants:topic_edit", args=[topic.pk]), {"title": "Алгебра", "is_active": "on"})

    assert "Алгебра" in sign_in(curator).get(reverse("participants:topics")).content.decode()


def test_record_form_ticks_topics_and_the_person_page_shows_them(sign_in, curator, school):
    topic, interest = TopicFactory(school=school), TopicFactory(school=school, group="interest", title="Шахматы")
    mentor = MentorRecordFactory(programme__school=school)
    facts = {"capacity": 1, "entered_on": "2026-09-10", "help_topics": [topic.pk], "interest_topics": [interest.pk], "class_from": 5}

    response = sign_in(curator).post(reverse("participants:mentor_edit", args=[mentor.pk]), facts)

    page = sign_in(curator).get(response.url).content.decode()
    assert set(mentor.topics.all()) == {topic, interest}
    assert topic.title in page
    assert "Шахматы" in page


def test_new_mentee_enters_with_topics_in_one_form(sign_in, curator, school):
    topic, programme = TopicFactory(school=school), ProgrammeFactory(school=school)
    facts = {"programme": programme.pk, "surname": "Орлов", "name": "Пётр", "kind": "pupil", "entered_on": "2026-09-10"}

    sign_in(curator).post(reverse("participants:mentee_add"), facts | {"help_topics": [topic.pk], "languages": ["tt"]})

    record = MenteeRecord.objects.get()
    assert list(record.topics.all()) == [topic]
    assert record.person.languages == ["tt"]


def test_mentee_does_not_read_the_word_for_the_mentor(sign_in, mentee_actor, school):
    person = PersonFactory(school=school, user=mentee_actor.user)
    MenteeRecordFactory(programme__school=school, person=person, what_helps="говорить медленно", request="подтянуть физику")

    page = sign_in(mentee_actor).get(person.get_absolute_url()).content.decode()

    assert "подтянуть физику" in page
    assert "говорить медленно" not in page
