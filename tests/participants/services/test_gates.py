import datetime
import io

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from accounts.models import AuditEvent
from mentoring.common.clock import pretend, today
from mentoring.common.refusal import Refusal
from participants.enums import Gate, MentorCategory
from participants.models import Attendance, ChosenGate, GateMark, MenteeRecord, MentorRecord
from participants.queries.dossier import Dossier
from participants.queries.readiness import gates_of
from participants.services import add_session, choose_gates, record_attendance, record_gate
from programmes.enums import PersonKind
from tests.factories.participants import ChosenGateFactory, GateMarkFactory, MenteeRecordFactory, MentorRecordFactory
from tests.factories.programmes import ProgrammeFactory

DAY = datetime.date(2026, 9, 20)


@pytest.fixture(autouse=True)
def autumn():
    with pretend(DAY):
        yield


@pytest.fixture
def mentor(programme):
    return MentorRecordFactory(programme=programme, person__ready=True)


def ready() -> bool:
    return MentorRecord.objects.ready().exists()


def test_a_programme_asks_for_the_consents_alone_until_it_chooses_more(curator, programme, mentor):
    assert ready()

    choose_gates(actor=curator, programme=programme, gates=[Gate.INTERVIEW])

    assert not ready()
    assert MentorRecord.objects.blocked().get().missing_gates == [Gate.INTERVIEW]


def test_choosing_again_takes_back_what_is_not_ticked(curator, programme):
    choose_gates(actor=curator, programme=programme, gates=[Gate.INTERVIEW, Gate.TRAINING])
    choose_gates(actor=curator, programme=programme, gates=[Gate.TRAINING])
    choose_gates(actor=curator, programme=programme, gates=[Gate.TRAINING])

    assert gates_of(programme) == [Gate.TRAINING]
    assert AuditEvent.objects.count() == 2


def test_the_programme_of_another_year_asks_for_nothing(curator, school, mentor):
    choose_gates(actor=curator, programme=ProgrammeFactory(school=school), gates=list(Gate))

    assert ready()


@pytest.mark.parametrize("gate", [Gate.INTERVIEW, Gate.QUESTIONNAIRE])
def test_a_mark_opens_its_gate(curator, programme, mentor, gate):
    ChosenGateFactory(programme=programme, gate=gate)

    record_gate(actor=curator, person=mentor.person, programme=programme, gate=gate, held_on=DAY, note="хорошо объясняет")

    assert ready()


def test_a_later_interview_that_failed_closes_the_gate_again(curator, programme, mentor):
    ChosenGateFactory(programme=programme)
    GateMarkFactory(programme=programme, person=mentor.person, held_on=DAY - datetime.timedelta(days=3))

    record_gate(actor=curator, person=mentor.person, programme=programme, gate="interview", held_on=DAY, passed=False, note="позже")

    assert not ready()


def test_a_mark_of_another_programme_does_not_count(programme, school, mentor):
    ChosenGateFactory(programme=programme)
    GateMarkFactory(programme=ProgrammeFactory(school=school), person=mentor.person)

    assert not ready()


@pytest.mark.parametrize(
    "kind, asked", [(kind, kind not in (PersonKind.TEACHER, PersonKind.PUPIL)) for kind in PersonKind], ids=list(PersonKind)
)
def test_a_certificate_is_asked_of_outsiders_only(curator, programme, kind, asked):
    ChosenGateFactory(programme=programme, gate=Gate.SCREENING)
    record = MentorRecordFactory(programme=programme, person__kind=kind, person__ready=True)

    assert ready() is not asked
    assert bool(Dossier(record.person, curator).gates) is asked


@pytest.mark.parametrize("category", MentorCategory)
@pytest.mark.parametrize("kind", [PersonKind.PUPIL, PersonKind.TEACHER])
def test_a_category_from_outside_asks_for_a_certificate_unless_the_school_employs_the_mentor(curator, programme, kind, category):
    from_outside = category in (MentorCategory.PARENT, MentorCategory.ALUMNUS, MentorCategory.EMPLOYEE, MentorCategory.PUBLIC)
    asked = from_outside and kind == PersonKind.PUPIL
    ChosenGateFactory(programme=programme, gate=Gate.SCREENING)
    record = MentorRecordFactory(programme=programme, category=category, person__kind=kind, person__ready=True)

    assert ready() is not asked
    assert bool(Dossier(record.person, curator).gates) is asked


def test_a_certificate_counts_in_every_programme(programme, school):
    ChosenGateFactory(programme=programme, gate=Gate.SCREENING)
    record = MentorRecordFactory(programme=programme, person__kind=PersonKind.PARENT, person__ready=True)
    GateMarkFactory(programme=ProgrammeFactory(school=school), person=record.person, gate=Gate.SCREENING)

    assert ready()


def test_mentees_are_asked_for_the_questionnaire_only(programme):
    MenteeRecordFactory(programme=programme, person__ready=True)
    for gate in (Gate.INTERVIEW, Gate.TRAINING, Gate.SCREENING):
        ChosenGateFactory(programme=programme, gate=gate)
    assert MenteeRecord.objects.ready().exists()

    ChosenGateFactory(programme=programme, gate=Gate.QUESTIONNAIRE)

    assert not MenteeRecord.objects.ready().exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"gate": "training"},
        {"gate": "nothing"},
        {"held_on": DAY + datetime.timedelta(days=1)},
        {"note": " "},
        {"gate": "screening", "passed": False},
    ],
)
def test_a_wrong_mark_is_refused(curator, programme, mentor, wrong):
    facts = {"gate": "interview", "held_on": DAY, "note": "слова"} | wrong

    with pytest.raises(Refusal):
        record_gate(actor=curator, person=mentor.person, programme=programme, **facts)
    assert not GateMark.objects.exists()


def test_the_psychologist_holds_interviews_and_the_notes_stay_out_of_the_journal(give_role, programme, mentor):
    record_gate(actor=give_role("psychologist"), person=mentor.person, programme=programme, gate="interview", held_on=DAY, note="тайное")

    assert "тайное" not in str(AuditEvent.objects.get().details)


def test_a_mentor_records_nothing(mentor_actor, programme, mentor):
    with pytest.raises(PermissionDenied):
        record_gate(actor=mentor_actor, person=mentor.person, programme=programme, gate="interview", held_on=DAY, note="сам")
    with pytest.raises(PermissionDenied):
        choose_gates(actor=mentor_actor, programme=programme, gates=[])
    assert not ChosenGate.objects.exists()


def test_who_was_at_a_session_is_trained(curator, programme, mentor):
    ChosenGateFactory(programme=programme, gate=Gate.TRAINING)
    session = add_session(actor=curator, programme=programme, title="Первая встреча", held_on=DAY)
    stranger = MenteeRecordFactory(programme=programme).person

    assert record_attendance(actor=curator, session=session, people=[mentor.person, stranger]) == 1
    assert ready()

    record_attendance(actor=curator, session=session, people=[])
    assert not ready()


def test_nobody_was_at_a_session_that_has_not_been_held(curator, programme, mentor):
    session = add_session(actor=curator, programme=programme, title="Завтра", held_on=DAY + datetime.timedelta(days=1))

    with pytest.raises(Refusal):
        record_attendance(actor=curator, session=session, people=[mentor.person])
    assert not Attendance.objects.exists()


def test_a_session_has_a_topic(curator, programme):
    with pytest.raises(Refusal):
        add_session(actor=curator, programme=programme, title=" ", held_on=DAY)


def picture(name="Справка.png", content=b""):
    buffer = io.BytesIO()
    Image.new("RGB", (20, 20), "white").save(buffer, "PNG")
    return SimpleUploadedFile(name, content or buffer.getvalue())


def test_certificate_that_has_run_out_counts_no_more(curator, school):
    programme = ProgrammeFactory(school=school, ends_on=today() + datetime.timedelta(days=100))
    ChosenGateFactory(programme=programme, gate=Gate.SCREENING)
    record = MentorRecordFactory(programme=programme, person__kind="employer")
    mark = {"programme": programme, "person": record.person, "gate": Gate.SCREENING}

    GateMarkFactory(**mark, valid_until=today() - datetime.timedelta(days=1))
    before = MentorRecord.objects.with_readiness().get().missing_gates
    GateMarkFactory(**mark, valid_until=today())

    assert before == [Gate.SCREENING]
    assert MentorRecord.objects.with_readiness().get().missing_gates == []


def test_certificate_keeps_number_term_and_scan(curator, school):
    record = MentorRecordFactory(programme__school=school, person__kind="employer")
    facts = {"held_on": today(), "number": "77-АА 1", "valid_until": today() + datetime.timedelta(days=365), "file": picture()}

    mark = record_gate(actor=curator, person=record.person, programme=record.programme, gate="screening", **facts)

    assert (mark.number, mark.valid_until, mark.evidence.content_type) == ("77-АА 1", facts["valid_until"], "image/png")


@pytest.mark.parametrize(
    "wrong",
    [{"valid_until": datetime.date(2020, 1, 1)}, {"file": SimpleUploadedFile("Справка.pdf", b"MZ\x90")}],
    ids=["run out", "a program"],
)
def test_certificate_that_is_none_is_refused_and_nothing_is_kept(curator, school, wrong):
    record = MentorRecordFactory(programme__school=school, person__kind="employer")

    with pytest.raises(Refusal):
        record_gate(actor=curator, person=record.person, programme=record.programme, gate="screening", held_on=today(), **wrong)
    assert not GateMark.objects.exists()
