import datetime

import pytest

from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from pairs.models import Pair
from participants.enums import ConsentPurpose
from participants.models import (
    Attendance,
    Consent,
    EntryAnswers,
    EntryDraft,
    Kinship,
    MenteeRecord,
    MentorRecord,
    Merge,
    Person,
    ToldApart,
)
from participants.services import MergePlan, merge_people, tell_apart, undo_merge
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


@pytest.fixture
def kept(school):
    return PersonFactory(school=school, surname="Ёлкина", phone="")


@pytest.fixture
def lost(school):
    return PersonFactory(school=school, surname="Елкина", birth_date=None, phone="+7 900 111-22-33", class_name="7В")


def key_of(kept, name):
    return f"{kept._meta.model_name}-{kept.pk}-{name}"


def merged(curator, kept, lost, **words) -> Merge:
    choices = {key_of(kept, name): word for name, word in words.items()}
    return merge_people(actor=curator, kept=kept, lost=lost, choices=choices)


def everything() -> dict:
    """All that a merge may touch, row by row."""
    models = (Person, MentorRecord, MenteeRecord, Consent, Attendance, Kinship, EntryAnswers, Pair)
    return {model.__name__: sorted(map(str, model.objects.values_list())) for model in models}


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


def both_have_accounts(kept, lost, school):
    for person in (kept, lost):
        person.user = MembershipFactory(school=school).user
        person.save()


def mentor_and_mentee_of_one_pair(kept, lost, school):
    mentee = MenteeRecordFactory(programme=ProgrammeFactory(school=school), person=lost)
    PairFactory(programme=mentee.programme, mentor__person=kept, group=0, mentees=[mentee])


def places_in_two_pairs(kept, lost, school):
    programme = ProgrammeFactory(school=school)
    for person in (kept, lost):
        PairFactory(programme=programme, group=0, mentees=[MenteeRecordFactory(programme=programme, person=person)])


def sheets_under_way(kept, lost, school):
    programme = ProgrammeFactory(school=school)
    for person in (kept, lost):
        ConsentSheetFactory(programme=programme, person=person, purpose=ConsentPurpose.PROCESSING)


def relatives(kept, lost, school):
    one, other = sorted([kept, lost], key=lambda person: person.pk)
    Kinship.objects.create(school=school, one=one, other=other, recorded_by=MembershipFactory(school=school))


def the_same_entry(kept, lost, school):
    lost.pk = kept.pk


@pytest.mark.parametrize(
    "conflict, words",
    [
        (both_have_accounts, "Both have accounts"),
        (mentor_and_mentee_of_one_pair, "is the mentor and"),
        (places_in_two_pairs, "may have once"),
        (sheets_under_way, "Close or void one"),
        (relatives, "recorded as relatives"),
        (the_same_entry, "one and the same entry"),
    ],
)
def test_a_conflict_is_said_and_nothing_changes(curator, kept, lost, school, settings, conflict, words):
    settings.LANGUAGE_CODE = "en"
    conflict(kept, lost, school)
    before = everything()

    with pytest.raises(Refusal, match=words):
        merged(curator, kept, lost)

    assert everything() == before
    assert any(words in sentence for sentence in MergePlan(kept, lost).conflicts)


def test_a_merge_that_breaks_leaves_nothing_behind(curator, kept, lost, school, monkeypatch):
    ConsentFactory(person=lost)
    before = everything()
    monkeypatch.setattr(joining, "record", lambda *args, **kwargs: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        merged(curator, kept, lost)

    assert everything() == before


def test_a_relation_that_was_forgotten_stops_the_merge(curator, kept, lost, monkeypatch):
    ConsentFactory(person=lost)
    monkeypatch.setattr(MergePlan, "_join", lambda self, one, other: joining.Joint(one, other, []))

    with pytest.raises(Exception, match="protected"):
        merged(curator, kept, lost)


def test_undoing_brings_everything_back_as_it_was(curator, kept, lost, school):
    programme = ProgrammeFactory(school=school)
    session = TrainingSessionFactory(programme=programme)
    for person, request in ((kept, "математика"), (lost, "олимпиада")):
        Attendance.objects.create(school=school, session=session, person=person)
        MenteeRecordFactory(programme=programme, person=person, request=request)
        EntryAnswers.objects.create(school=school, programme=programme, person=person, base="mentees", text_version="1", way="paper")
    PairFactory(programme=programme, mentor__person=lost)
    ConsentFactory(person=lost)
    before = everything()
    merge = merged(curator, kept, lost, surname="lost", class_name="lost")
    assert everything() != before

    undo_merge(actor=curator, merge=merge)

    assert everything() == before


def test_what_was_changed_after_the_merge_keeps_its_new_value(curator, kept, lost):
    merge = merged(curator, kept, lost)
    Person.objects.filter(pk=kept.pk).update(phone="+7 900 555-55-55")

    undo_merge(actor=curator, merge=merge)

    assert Person.objects.get(pk=kept.pk).phone == "+7 900 555-55-55"


def test_a_merge_stays_when_something_was_added_since(curator, kept, lost, settings):
    settings.LANGUAGE_CODE = "en"
    merge = merged(curator, kept, lost)
    ConsentFactory(person=kept)

    with pytest.raises(Refusal, match="Since the merge this was added: consent"):
        undo_merge(actor=curator, merge=merge)

    assert not Person.objects.filter(pk=lost.pk).exists()


def test_merges_are_undone_from_the_last_one(curator, kept, lost, school, settings):
    settings.LANGUAGE_CODE = "en"
    third = PersonFactory(school=school, surname="Елькина")
    before = everything()
    first = merged(curator, kept, lost)
    second = merged(curator, third, kept)

    with pytest.raises(Refusal, match="Undo that merge first"):
        undo_merge(actor=curator, merge=first)
    undo_merge(actor=curator, merge=second)
    undo_merge(actor=curator, merge=first)

    assert everything() == before


def test_a_merge_is_undone_once(curator, kept, lost):
    merge = merged(curator, kept, lost)
    undo_merge(actor=curator, merge=merge)

    with pytest.raises(Refusal):
        undo_merge(actor=curator, merge=merge)


def test_the_second_of_two_who_merge_the_same_is_told(curator, kept, lost):
    merged(curator, kept, lost)

    with pytest.raises(Refusal):
        merged(curator, kept, lost)

    assert Merge.objects.count() == 1


def test_the_journal_keeps_the_merge_and_its_undoing(curator, kept, lost):
    undo_merge(actor=curator, merge=merged(curator, kept, lost))

    assert list(AuditEvent.objects.order_by("pk").values_list("name", flat=True)) == ["person.merged", "person.unmerged"]


def test_saying_twice_that_two_are_two_is_quiet(curator, kept, lost):
    tell_apart(actor=curator, one=kept, other=lost)
    tell_apart(actor=curator, one=lost, other=kept)

    assert ToldApart.objects.get().pair == ToldApart.key(kept.pk, lost.pk)


def test_a_record_alone_moves_with_its_pairs(curator, kept, lost, school):
    record = MentorRecordFactory(programme=ProgrammeFactory(school=school), person=lost)
    pair = PairFactory(programme=record.programme, mentor=record)

    merged(curator, kept, lost)

    pair.refresh_from_db()
    assert pair.mentor.person == kept
