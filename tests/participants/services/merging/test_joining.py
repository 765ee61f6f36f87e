import datetime

import pytest

from mentoring.common.refusal import Refusal
from participants.models import (
    Attendance,
    EntryAnswers,
    EntryDraft,
    Kinship,
    MenteeRecord,
    Merge,
    Person,
)
from participants.services import merge_people, undo_merge
from participants.services.merging import joining
from tests.factories.accounts import MembershipFactory
from tests.factories.pairs import AgreementFactory, MeetingFactory, PairFactory
from tests.factories.participants import (
    ConsentFactory,
    ConsentSheetFactory,
    EntryDraftFactory,
    GuardianFactory,
    MenteeRecordFactory,
    MentorRecordFactory,
    PersonFactory,
    TrainingSessionFactory,
)
from tests.factories.programmes import ProgrammeFactory
from tests.participants.merges import everything, key_of, merged


def test_the_chosen_values_win_and_an_empty_one_yields_of_itself(curator, kept, lost):
    merged(curator, kept, lost, class_name="lost")

    kept.refresh_from_db()
    assert (kept.surname, kept.class_name, kept.phone, kept.birth_date) == ("Ёлкина", "7В", "+7 900 111-22-33", datetime.date(2013, 3, 12))
    assert not Person.objects.filter(pk=lost.pk).exists()


def test_the_key_of_the_search_follows_a_name_that_won(curator, kept, lost):
    Person.objects.filter(pk=lost.pk).update(surname="Берёзкина", search_key="березкина вера петровна")
    lost.refresh_from_db()

    merged(curator, kept, lost, surname="lost")

    assert Person.objects.get(pk=kept.pk).search_key == "березкина вера петровна"


def test_consents_guardians_sheets_pairs_agreements_and_meetings_move(curator, kept, lost, school):
    pair = PairFactory(active=True, programme__school=school, group=0, mentor__person=lost)
    agreement = AgreementFactory(pair=pair, person=lost)
    meeting = MeetingFactory(pair=pair)
    meeting.attended.add(lost)
    consent, guardian = ConsentFactory(person=lost), GuardianFactory(person=lost)
    sheet = ConsentSheetFactory(person=lost, programme=pair.programme)

    merged(curator, kept, lost)

    for row in (agreement, consent, guardian, sheet, pair.mentor):
        row.refresh_from_db()
        assert row.person == kept
    assert list(meeting.attended.all()) == [kept]


def test_two_records_in_one_programme_become_one(curator, kept, lost, school):
    programme = ProgrammeFactory(school=school)
    first = MenteeRecordFactory(programme=programme, person=kept, request="математика")
    second = MenteeRecordFactory(programme=programme, person=lost, request="олимпиада")
    pair = PairFactory(programme=programme, group=0, mentees=[second])

    merge_people(actor=curator, kept=kept, lost=lost, choices={key_of(first, "request"): "both"})

    record = MenteeRecord.objects.get()
    assert (record.person, record.request) == (kept, "математика\nолимпиада")
    assert pair.seats.get().mentee == first


def test_a_lesson_that_both_attended_counts_once(curator, kept, lost, school):
    session = TrainingSessionFactory(programme=ProgrammeFactory(school=school))
    for person in (kept, lost):
        Attendance.objects.create(school=school, session=session, person=person)

    merged(curator, kept, lost)

    assert Attendance.objects.get().person == kept


def test_a_kinship_follows_and_keeps_its_order(curator, kept, lost, school):
    relative = PersonFactory(school=school)
    Kinship.objects.create(school=school, one=lost, other=relative, recorded_by=curator)

    merged(curator, kept, lost)

    row = Kinship.objects.get()
    assert (row.one_id, row.other_id) == tuple(sorted([kept.pk, relative.pk]))


def test_two_drafts_of_a_questionnaire_stop_no_merge_and_both_come_back(curator, kept, lost, school):
    programme = ProgrammeFactory(school=school)
    for person in (kept, lost):
        EntryDraftFactory(programme=programme, person=person, answers={"time": person.surname})

    merge = merged(curator, kept, lost)
    assert list(EntryDraft.objects.values_list("person", "answers")) == [(kept.pk, {"time": "Ёлкина"})]

    undo_merge(actor=curator, merge=merge)

    assert dict(EntryDraft.objects.values_list("person", "answers__time")) == {kept.pk: "Ёлкина", lost.pk: "Елкина"}


def test_a_second_questionnaire_of_entry_gets_the_next_number(curator, kept, lost, school):
    programme = ProgrammeFactory(school=school)
    for person in (kept, lost):
        EntryAnswers.objects.create(school=school, programme=programme, person=person, base="mentees", text_version="1", way="paper")

    merged(curator, kept, lost)

    assert list(EntryAnswers.objects.order_by("number").values_list("person", "number")) == [(kept.pk, 1), (kept.pk, 2)]


def test_the_account_in_use_stays_with_the_person(curator, kept, lost, school):
    lost.user = MembershipFactory(school=school).user
    lost.save()

    merged(curator, kept, lost)

    assert Person.objects.get(pk=kept.pk).user == lost.user


def test_a_merge_that_breaks_leaves_nothing_behind(curator, kept, lost, school, monkeypatch):
    ConsentFactory(person=lost)
    before = everything()
    monkeypatch.setattr(joining, "record", lambda *args, **kwargs: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        merged(curator, kept, lost)

    assert everything() == before


def test_the_second_of_two_who_merge_the_same_is_told(curator, kept, lost):
    merged(curator, kept, lost)

    with pytest.raises(Refusal):
        merged(curator, kept, lost)

    assert Merge.objects.count() == 1


def test_a_record_alone_moves_with_its_pairs(curator, kept, lost, school):
    record = MentorRecordFactory(programme=ProgrammeFactory(school=school), person=lost)
    pair = PairFactory(programme=record.programme, mentor=record)

    merged(curator, kept, lost)

    pair.refresh_from_db()
    assert pair.mentor.person == kept
