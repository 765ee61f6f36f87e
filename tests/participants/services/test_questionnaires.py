import datetime

import pytest
from django.core.exceptions import PermissionDenied

from accounts.bearer import Bearer
from accounts.models import AuditEvent, PersonalLink
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from participants.enums import EntryState, EntryWay, Gate
from participants.models import EntryAnswers, GateMark, MentorRecord
from participants.queries.entry import changes_by, digest_of, waiting_answers
from participants.queries.entry_texts import questionnaire
from participants.services import (
    confirm_answers,
    edit_record,
    enter_paper_answers,
    issue_entry_links,
    send_linked_answers,
    send_own_answers,
    withdraw_consent,
)
from tests.factories.participants import ChosenGateFactory, ConsentFactory, MenteeRecordFactory, MentorRecordFactory, TopicFactory


@pytest.fixture
def mentor(school):
    return MentorRecordFactory(programme__school=school, competences="", programme__ends_on=today() + datetime.timedelta(days=200))


def taken(curator, sheet, codes=None):
    record = MentorRecord.objects.get(person=sheet.person, programme=sheet.programme)
    changes = changes_by(sheet, record)
    codes = {change.question.code for change in changes} if codes is None else codes
    confirm_answers(actor=curator, sheet=sheet, codes=codes, seen=digest_of(changes))


def test_confirmed_answers_fill_the_record_and_pass_the_gate(curator, mentor, school):
    ChosenGateFactory(programme=mentor.programme, gate=Gate.QUESTIONNAIRE)
    topic, interest = TopicFactory(school=school), TopicFactory(school=school, group="interest")
    answers = {"help": [topic.pk], "interest": [interest.pk], "competences": "дроби", "classes": [5, 7], "capacity": 2, "time": "вторник"}

    taken(curator, enter_paper_answers(actor=curator, record=mentor, answers=answers))

    mentor.refresh_from_db()
    assert set(mentor.topics.all()) == {topic, interest}
    assert (mentor.competences, mentor.class_from, mentor.class_to, mentor.capacity) == ("дроби", 5, 7, 2)
    assert mentor.time_resource == "вторник"
    assert MentorRecord.objects.with_readiness().get().missing_gates == []


def test_what_the_curator_leaves_unticked_stays_as_it_was(curator, mentor):
    edit_record(actor=curator, row=mentor, competences="физика")
    sheet = enter_paper_answers(actor=curator, record=mentor, answers={"competences": "дроби", "time": "вторник"})

    taken(curator, sheet, codes={"time"})

    mentor.refresh_from_db()
    assert (mentor.competences, mentor.time_resource) == ("физика", "вторник")


def test_answer_that_would_overwrite_says_so(curator, mentor):
    edit_record(actor=curator, row=mentor, competences="физика")
    sheet = enter_paper_answers(actor=curator, record=mentor, answers={"competences": "дроби", "time": "вторник", "capacity": 3})
    mentor.refresh_from_db()

    assert {change.question.code: change.replaces for change in changes_by(sheet, mentor)} == {
        "competences": True,
        "time": False,
        "capacity": False,
    }


def test_ticks_of_one_question_leave_the_topics_of_the_others(curator, mentor, school):
    kept, new = TopicFactory(school=school, group="interest"), TopicFactory(school=school)
    edit_record(actor=curator, row=mentor, topics=[kept.pk])

    taken(curator, enter_paper_answers(actor=curator, record=mentor, answers={"help": [new.pk]}))

    assert set(mentor.topics.all()) == {kept, new}


def test_record_that_changed_behind_the_open_page_is_not_overwritten(curator, mentor):
    sheet = enter_paper_answers(actor=curator, record=mentor, answers={"competences": "дроби"})
    seen = digest_of(changes_by(sheet, mentor))
    edit_record(actor=curator, row=mentor, competences="физика")

    with pytest.raises(Refusal):
        confirm_answers(actor=curator, sheet=sheet, codes={"competences"}, seen=seen)

    mentor.refresh_from_db()
    assert mentor.competences == "физика"
    assert not GateMark.objects.exists()


def test_sheet_is_taken_once(curator, mentor):
    sheet = enter_paper_answers(actor=curator, record=mentor, answers={"competences": "дроби"})
    taken(curator, sheet)

    with pytest.raises(Refusal):
        taken(curator, sheet)
    assert GateMark.objects.count() == 1


def test_answers_sent_again_replace_those_that_wait_and_keep_both(curator, mentor):
    enter_paper_answers(actor=curator, record=mentor, answers={"competences": "дроби"})
    enter_paper_answers(actor=curator, record=mentor, answers={"competences": "уравнения"})

    assert list(EntryAnswers.objects.order_by("number").values_list("number", "state")) == [
        (1, EntryState.REPLACED),
        (2, EntryState.WAITING),
    ]
    assert waiting_answers(mentor).answers == {"competences": "уравнения"}


def test_person_answers_from_the_own_account_alone(mentor_actor, give_role, mentor):
    mentor.person.user = mentor_actor.user
    mentor.person.save(update_fields=["user"])

    sheet = send_own_answers(actor=mentor_actor, record=mentor, answers={"competences": "дроби"})

    assert (sheet.way, sheet.recorded_by) == (EntryWay.ACCOUNT, mentor_actor)
    with pytest.raises(PermissionDenied):
        send_own_answers(actor=give_role("mentor"), record=mentor, answers={"competences": "чужое"})


def test_bearer_of_the_link_answers_and_the_link_remembers(curator, mentor, school):
    links = issue_entry_links(
        actor=curator, programme=mentor.programme, base="mentors", records=[mentor], expires_on=today() + datetime.timedelta(days=7)
    )
    bearer = Bearer(school.pk, mentor.person.full_name)

    sheet = send_linked_answers(bearer=bearer, link=links[mentor.pk], record=mentor, answers={"competences": "дроби"})

    assert (sheet.way, sheet.recorded_by) == (EntryWay.LINK, None)
    assert PersonalLink.objects.get().used_at is not None
    assert AuditEvent.objects.filter(name="entryanswers.sent", by_membership=0).count() == 1


def test_link_of_somebody_else_takes_no_answers(curator, mentor, school):
    other = MentorRecordFactory(programme=mentor.programme)
    links = issue_entry_links(actor=curator, programme=mentor.programme, base="mentors", records=[other], expires_on=today())

    with pytest.raises(Refusal):
        send_linked_answers(bearer=Bearer(school.pk, "?"), link=links[other.pk], record=mentor, answers={"competences": "дроби"})


@pytest.mark.parametrize("answers", [{}, {"competences": ""}, {"help": []}, {"classes": [None, None]}, {"nonsense": "есть"}], ids=str)
def test_questionnaire_without_an_answer_is_refused(curator, mentor, answers):
    with pytest.raises(Refusal):
        enter_paper_answers(actor=curator, record=mentor, answers=answers)
    assert not EntryAnswers.objects.exists()


def test_who_has_left_is_not_asked_any_more(curator, mentor):
    mentor.left_on = today()
    mentor.save(update_fields=["left_on"])

    with pytest.raises(Refusal):
        enter_paper_answers(actor=curator, record=mentor, answers={"competences": "дроби"})


def test_psychologist_enters_paper_and_only_the_curator_fills_the_record(give_role, mentor):
    psychologist = give_role("psychologist")
    sheet = enter_paper_answers(actor=psychologist, record=mentor, answers={"competences": "дроби"})

    with pytest.raises(PermissionDenied):
        confirm_answers(actor=psychologist, sheet=sheet, codes={"competences"}, seen="")


@pytest.mark.parametrize("base, factory", [("mentors", MentorRecordFactory), ("mentees", MenteeRecordFactory)])
def test_every_question_that_fills_names_a_field_of_the_record(school, base, factory):
    record = factory(programme__school=school)
    for question in questionnaire(base).questions:
        names = [f"{question.fills}_from", f"{question.fills}_to"] if question.kind == "range" else [question.fills]
        assert not question.fills or all(hasattr(record, name) for name in names)


def test_pupils_are_not_asked_about_the_age_of_the_mentee():
    asked = [question.code for question in questionnaire("mentors").asked("pupil")]

    assert "age" not in asked
    assert "age" in [question.code for question in questionnaire("mentors").asked("veteran")]


def test_a_withdrawn_consent_closes_the_questionnaire_and_one_that_is_not_there_yet_does_not(curator, mentor):
    enter_paper_answers(actor=curator, record=mentor, answers={"time": "вторник"})
    consent = ConsentFactory(person=mentor.person)
    withdraw_consent(actor=curator, consent=consent, withdrawn_on=today())

    with pytest.raises(Refusal, match="отозвано"):
        enter_paper_answers(actor=curator, record=mentor, answers={"time": "среда"})

    assert EntryAnswers.objects.count() == 1
