"""Many pairs in one call, as a run of the matching proposes them."""

import pytest

from accounts.models import AuditEvent
from pairs.models import Pair, PairMentee
from pairs.services import propose_pair
from pairs.services.proposing import NewPair, propose_pairs
from tests.factories.participants import MentorRecordFactory


@pytest.fixture
def propose(terms):
    """Call it with pairs of (mentor, mentee): what `propose_pairs` answers."""

    def call(*couples):
        words = {name: terms[name] for name in ("form", "role_model", "kind")}
        wished = [NewPair(mentor=mentor.pk, mentees=frozenset([mentee.pk]), **words) for mentor, mentee in couples]
        return propose_pairs(wished=wished, **{name: terms[name] for name in ("actor", "programme", "starts_on", "ends_on")})

    return call


def test_each_pair_has_its_place_and_its_event(propose, mentor, new_mentee):
    mentees = [new_mentee(), new_mentee()]

    pairs, refused = propose(*[(mentor, mentee) for mentee in mentees])

    assert refused == []
    assert [pair.seats.get().mentee for pair in pairs] == mentees
    told = AuditEvent.objects.filter(name="pair.proposed").order_by("pk")
    assert list(told.values_list("subject", flat=True)) == [str(pair) for pair in pairs]


def test_places_that_the_same_call_takes_are_counted(propose, mentor, new_mentee):
    third = new_mentee()

    pairs, refused = propose((mentor, new_mentee()), (mentor, new_mentee()), (mentor, third))

    assert pairs == []
    [one] = refused
    assert third.person.short_name in one.people
    assert mentor.person.short_name in one.sentence
    assert not Pair.objects.exists()


def test_one_mentee_is_not_given_to_two_mentors(propose, programme, mentor, mentee):
    other = MentorRecordFactory(programme=programme, person__ready=True)

    _pairs, refused = propose((mentor, mentee), (other, mentee))

    assert [other.person.short_name in one.people for one in refused] == [True]
    assert not PairMentee.objects.exists()


def test_who_lost_a_mentee_to_a_colleague_is_named_and_nobody_else(propose, terms, mentee, new_mentee, programme, monkeypatch):
    propose_pair(**terms)
    other = MentorRecordFactory(programme=programme, person__ready=True)
    monkeypatch.setattr("pairs.services.rules.check_mentees_are_free", lambda mentees: None)

    pairs, refused = propose((other, new_mentee()), (terms["mentor"], mentee))

    assert pairs == []
    assert [mentee.person.short_name in one.people for one in refused] == [True]
    assert Pair.objects.count() == 1
    assert AuditEvent.objects.filter(name="pair.proposed").count() == 1
