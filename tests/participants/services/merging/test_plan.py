import pytest

from mentoring.common.refusal import Refusal
from participants.enums import ConsentPurpose
from participants.models import (
    Kinship,
)
from participants.services import MergePlan
from participants.services.merging import joining
from tests.factories.accounts import MembershipFactory
from tests.factories.pairs import PairFactory
from tests.factories.participants import (
    ConsentFactory,
    ConsentSheetFactory,
    MenteeRecordFactory,
)
from tests.factories.programmes import ProgrammeFactory
from tests.participants.merges import everything, merged


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


def test_a_relation_that_was_forgotten_stops_the_merge(curator, kept, lost, monkeypatch):
    ConsentFactory(person=lost)
    monkeypatch.setattr(MergePlan, "_join", lambda self, one, other: joining.Joint(one, other, []))

    with pytest.raises(Exception, match="protected"):
        merged(curator, kept, lost)
