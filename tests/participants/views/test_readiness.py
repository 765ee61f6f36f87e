import datetime

import pytest
from django.urls import reverse

from mentoring.common.clock import pretend
from participants.enums import Gate, ObstacleCode
from participants.models import Attendance, GateMark
from participants.queries.readiness import gates_of
from tests.factories.participants import (
    ChosenGateFactory,
    ConsentFactory,
    GateMarkFactory,
    MenteeRecordFactory,
    MentorRecordFactory,
    TrainingSessionFactory,
)

PAGE = "participants:obstacles"
DAY = datetime.date(2026, 9, 20)


@pytest.fixture(autouse=True)
def autumn():
    with pretend(DAY):
        yield


def codes(response) -> list[str]:
    return [reason["code"] for row in response.context["rows"] for reason in row["reasons"]]


def test_each_reason_has_its_code_and_its_button(sign_in, curator, programme):
    person = MenteeRecordFactory(programme=programme).person
    ConsentFactory(person=person, purpose="processing", valid_until=DAY - datetime.timedelta(days=1), given_on=datetime.date(2025, 9, 1))

    response = sign_in(curator).get(reverse(PAGE))

    assert codes(response) == [ObstacleCode.CONSENT_EXPIRED, ObstacleCode.CONSENT_MISSING, ObstacleCode.SIGNER_MISSING]
    assert f"{reverse('participants:sheets_print')}?person={person.pk}" in response.text
    assert reverse("participants:guardian_add", args=[person.pk]) in response.text


def test_gates_of_the_programme_are_reasons_too(sign_in, curator, programme):
    for gate in Gate:
        ChosenGateFactory(programme=programme, gate=gate)
    record = MentorRecordFactory(programme=programme, person__ready=True, person__kind="employer")

    response = sign_in(curator).get(reverse(PAGE))

    assert codes(response) == ["no_questionnaire", "no_interview", "no_screening", "no_training", "no_contract"]
    assert reverse("participants:gate_record", args=[record.person_id, programme.pk, "screening"]) in response.text
    assert reverse("participants:training", args=[programme.pk]) in response.text


def test_reasons_are_counted_and_chosen(sign_in, curator, programme, pupil):
    ChosenGateFactory(programme=programme, gate=Gate.INTERVIEW)
    MentorRecordFactory(programme=programme, person__ready=True)
    client = sign_in(curator)

    everything, interviews = client.get(reverse(PAGE)), client.get(reverse(PAGE), {"code": "no_interview"})

    assert {reason["code"]: reason["count"] for reason in everything.context["reasons"]} == {"consent_missing": 1, "no_interview": 1}
    assert (everything.context["total"], len(interviews.context["rows"])) == (2, 1)


def test_a_class_is_printed_at_once(sign_in, curator, programme, pupil):
    response = sign_in(curator).get(reverse(PAGE), {"class_name": "7б"})

    assert f"{reverse('participants:sheets_print')}?class_name=7" in response.text
    assert len(response.context["rows"]) == 1


def test_the_director_sees_the_reasons_without_buttons(sign_in, director, programme, pupil):
    response = sign_in(director).get(reverse(PAGE))

    assert [reason["repair"] for row in response.context["rows"] for reason in row["reasons"]] == [None, None]


def test_everybody_ready_and_nothing_found_are_different_sentences(sign_in, curator, programme):
    client = sign_in(curator)

    empty, filtered = client.get(reverse(PAGE)).text, client.get(reverse(PAGE), {"class_name": "11Я"}).text

    assert "nothing-sentence" in empty
    assert empty != filtered


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_takes_the_same_queries_for_one_row_and_for_thirty(sign_in, curator, programme, count, django_assert_num_queries):
    for _turn in range(count):
        MenteeRecordFactory(programme=programme)
    client = sign_in(curator)
    with django_assert_num_queries(8):
        response = client.get(reverse(PAGE))

    assert len(response.context["rows"]) == count


def test_an_interview_is_recorded_on_a_page_and_shown_to_staff_alone(sign_in, give_role, curator, programme):
    ChosenGateFactory(programme=programme, gate=Gate.INTERVIEW)
    record = MentorRecordFactory(programme=programme, person__ready=True)
    record.person.user = give_role("mentor").user
    record.person.save()
    address = reverse("participants:gate_record", args=[record.person_id, programme.pk, "interview"])

    response = sign_in(give_role("psychologist")).post(address, {"held_on": "2026-09-18", "passed": "yes", "note": "спокоен с младшими"})

    assert response.url == record.get_absolute_url()
    assert GateMark.objects.get().passed
    assert "спокоен с младшими" in sign_in(curator).get(record.get_absolute_url()).text
    own = record.person.user.memberships.get()
    assert "спокоен с младшими" not in sign_in(own).get(record.get_absolute_url()).text


def test_a_form_without_words_stays_with_its_reason(sign_in, curator, programme, pupil):
    response = sign_in(curator).post(
        reverse("participants:gate_record", args=[pupil.pk, programme.pk, "interview"]),
        {"held_on": "2026-09-18", "passed": "no", "note": ""},
    )

    assert response.context["form"].non_field_errors()


@pytest.mark.parametrize("gate", ["training", "nothing"])
def test_training_has_no_form_of_its_own(sign_in, curator, programme, pupil, gate):
    assert sign_in(curator).get(reverse("participants:gate_record", args=[pupil.pk, programme.pk, gate])).status_code == 404


def test_conditions_are_chosen_for_a_programme(sign_in, curator, programme):
    sign_in(curator).post(reverse("participants:gates", args=[programme.pk]), {"gates": ["interview", "training"]})

    assert gates_of(programme) == [Gate.INTERVIEW, Gate.TRAINING]


def test_a_session_is_added_and_attendance_ticked(sign_in, curator, programme):
    record = MentorRecordFactory(programme=programme)
    client = sign_in(curator)

    session = client.post(reverse("participants:training", args=[programme.pk]), {"title": "Первая встреча", "held_on": "2026-09-15"}).url
    client.post(session, {"people": [record.person_id, "x", 999999]})

    assert Attendance.objects.get().person == record.person
    assert client.get(session).context["ticked"] == {record.person_id}
    assert client.get(reverse("participants:training", args=[programme.pk])).status_code == 200


def test_attendance_of_a_future_session_is_refused(sign_in, curator, programme):
    session = TrainingSessionFactory(programme=programme, held_on=DAY + datetime.timedelta(days=2))
    MentorRecordFactory(programme=programme)

    assert sign_in(curator).post(session.get_absolute_url(), {"people": []}).context["error"]


def test_the_page_of_a_person_says_what_is_passed(sign_in, curator, programme):
    record = MentorRecordFactory(programme=programme, person__ready=True)
    ChosenGateFactory(programme=programme, gate=Gate.INTERVIEW)
    ChosenGateFactory(programme=programme, gate=Gate.TRAINING)
    GateMarkFactory(programme=programme, person=record.person)

    gates = sign_in(curator).get(record.get_absolute_url()).context["dossier"].gates

    assert [(row["gate"], row["is_open"]) for row in gates] == [(Gate.INTERVIEW, False), (Gate.TRAINING, True)]
