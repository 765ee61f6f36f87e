import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from participants.enums import TopicGroup
from participants.models import MentorRecord, Topic
from participants.queries.topics import ready_topics, topic_choices
from participants.services import add_topic, copy_topics, edit_record, edit_topic, enter_mentor
from programmes.services import create_programme
from tests.factories.participants import MenteeRecordFactory, MentorRecordFactory, PersonFactory, TopicFactory
from tests.factories.programmes import ProgrammeFactory


def test_first_programme_brings_the_dictionary(curator):
    days = (curator.started_on.replace(month=9, day=1), curator.started_on.replace(month=9, day=1, year=curator.started_on.year + 1))

    create_programme(actor=curator, preset="target_model", title="Наставничество", starts_on=days[0], ends_on=days[1])

    assert Topic.objects.count() == len(ready_topics()) > 60


def test_copying_again_leaves_what_the_school_has_changed(curator):
    copy_topics(actor=curator)
    topic = Topic.objects.get(group=TopicGroup.SUBJECT, code="physics")
    edit_topic(actor=curator, topic=topic, title="Физика и астрономия", is_active=False)

    copy_topics(actor=curator)

    topic.refresh_from_db()
    assert (topic.title, topic.is_active) == ("Физика и астрономия", False)
    assert Topic.objects.count() == len(ready_topics())


def test_own_topic_stands_beside_the_ready_ones_and_in_the_journal(curator):
    topic = add_topic(actor=curator, group="skill", title="  Пчеловодство ")

    assert topic.title == "Пчеловодство"
    assert AuditEvent.objects.get().name == "topic.added"


@pytest.mark.parametrize("group, title", [("subject", "физика"), ("subject", "  "), ("weather", "Дождь")])
def test_topic_that_is_there_already_or_says_nothing_is_refused(curator, school, group, title):
    TopicFactory(school=school, title="физика")

    with pytest.raises(Refusal):
        add_topic(actor=curator, group=group, title=title)
    assert Topic.objects.count() == 1


def test_topics_belong_to_people_who_keep_the_bases(director):
    with pytest.raises(PermissionDenied):
        add_topic(actor=director, group="skill", title="Пчеловодство")


def test_mentor_and_mentee_meet_in_the_same_topic(curator, school):
    mathematics = TopicFactory(school=school, title="Математика")
    mentor, mentee = MentorRecordFactory(programme__school=school), MenteeRecordFactory(programme__school=school)

    edit_record(actor=curator, row=mentor, topics=[mathematics.pk])
    edit_record(actor=curator, row=mentee, topics=[mathematics.pk])

    assert list(MentorRecord.objects.filter(topics__in=mentee.topics.all())) == [mentor]
    assert {event.details["fields"] for event in AuditEvent.objects.all()} == {"темы"}


def test_same_topics_again_are_no_change(curator, school):
    topic = TopicFactory(school=school)
    mentor = enter_mentor(actor=curator, programme=ProgrammeFactory(school=school), person=PersonFactory(school=school), topics=[topic.pk])
    AuditEvent.objects.all()._raw_delete("default")

    edit_record(actor=curator, row=mentor, topics=[topic.pk])

    assert not AuditEvent.objects.exists()


def test_topic_of_another_school_is_refused_and_nothing_is_written(curator, school, other_school):
    foreign = TopicFactory(school=other_school)
    mentor = MentorRecordFactory(programme__school=school)

    with pytest.raises(Refusal):
        edit_record(actor=curator, row=mentor, topics=[foreign.pk], competences="другое")
    mentor.refresh_from_db()
    assert mentor.competences != "другое"


def test_switched_off_topic_is_offered_only_where_it_was_chosen(school):
    off = TopicFactory(school=school, is_active=False)

    assert topic_choices([TopicGroup.SUBJECT]) == []
    assert topic_choices([TopicGroup.SUBJECT], chosen={off.pk}) == [(off.pk, off.title)]


@pytest.mark.parametrize("wishes", [{"age_from": 12, "age_to": 10}, {"class_from": 12}, {"class_to": 0}, {"age_from": 100}], ids=str)
def test_wishes_that_cannot_be_met_are_refused(curator, school, wishes):
    mentor = MentorRecordFactory(programme__school=school)

    with pytest.raises(Refusal):
        edit_record(actor=curator, row=mentor, **wishes)


def test_wishes_in_numbers_read_as_ranges(school):
    mentor = MentorRecordFactory(programme__school=school, class_from=5, class_to=7, age_from=12)

    assert (mentor.class_range, mentor.age_range) == ("5–7", "12–…")
