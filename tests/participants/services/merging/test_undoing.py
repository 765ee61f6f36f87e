import pytest

from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from participants.models import (
    Attendance,
    EntryAnswers,
    Person,
)
from participants.services import undo_merge
from tests.factories.pairs import PairFactory
from tests.factories.participants import (
    ConsentFactory,
    MenteeRecordFactory,
    PersonFactory,
    TrainingSessionFactory,
)
from tests.factories.programmes import ProgrammeFactory
from tests.participants.merges import everything, merged


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


def test_the_journal_keeps_the_merge_and_its_undoing(curator, kept, lost):
    undo_merge(actor=curator, merge=merged(curator, kept, lost))

    assert list(AuditEvent.objects.order_by("pk").values_list("name", flat=True)) == ["person.merged", "person.unmerged"]
