"""Every step of a pair that a consent covers, after the consent was withdrawn, ran out or was never given."""

import datetime
import uuid

import pytest

from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from pairs.enums import PairState
from pairs.models import Meeting, Pair, PlanItem
from pairs.services import (
    activate_pair,
    add_task,
    agree_to_amendment,
    give_wishes,
    log_meeting,
    propose_amendment,
    propose_pair,
    put_in_order,
    record_agreement,
    record_all_agreements,
    reopen_pair,
    resume_pair,
)
from participants.enums import NEEDED_TO_PAIR, ConsentPurpose
from participants.models import Consent
from participants.services import withdraw_consent
from participants.services.consent_rules import ConsentLacking
from tests.factories.pairs import AmendmentFactory, PairFactory, WishRoundFactory, give_guardians
from tests.factories.participants import ConsentFactory
from tests.factories.programmes import RoleModelFactory


def withdraw(actor, person, purpose):
    [consent] = person.consents.filter(purpose=purpose)
    withdraw_consent(actor=actor, consent=consent, withdrawn_on=today())


def run_out(actor, person, purpose):
    person.consents.filter(purpose=purpose).update(valid_until=today() - datetime.timedelta(days=1))


def forget(actor, person, purpose):
    Consent.objects.filter(person=person, purpose=purpose).delete()


def terms_of(pair) -> dict:
    return {"role_model": pair.role_model, "kind": pair.kind, "ends_on": datetime.date(2027, 6, 30), "on": today(), "note": "ещё месяц"}


STEPS = {
    "agree": ("proposed", lambda a, d, p: record_agreement(actor=a, pair=p, person=p.mentor.person, given_on=today())),
    "agree at once": ("proposed", lambda a, d, p: record_all_agreements(actor=a, pair=p, given_on=today())),
    "put in an order": ("agreed", lambda a, d, p: put_in_order(actor=a, pair=p)),
    "activate": ("in_order", lambda a, d, p: activate_pair(actor=d, pair=p, on=today())),
    "resume": ("suspended", lambda a, d, p: resume_pair(actor=a, pair=p, on=today())),
    "reopen": ("completed", lambda a, d, p: reopen_pair(actor=d, pair=p, on=today(), note="продолжают")),
    "amend": ("active", lambda a, d, p: propose_amendment(actor=a, pair=p, version=0, form_key=uuid.uuid4(), **terms_of(p))),
    "agree to an amendment": (
        "active",
        lambda a, d, p: agree_to_amendment(actor=a, amendment=AmendmentFactory(pair=p), people=[p.mentor.person], given_on=today()),
    ),
}
WORK = {
    "log a meeting": lambda a, p: log_meeting(actor=a, pair=p, form_key=uuid.uuid4(), type="regular", held_on=today()),
    "plan": lambda a, p: add_task(actor=a, pair=p, section="development", task="проект", due_on=today()),
}


@pytest.fixture
def pair(programme):
    pair = PairFactory(programme=programme)
    programme.forms.add(pair.form)
    give_guardians(pair)
    return pair


def side(pair, name):
    return pair.mentor.person if name == "mentor" else pair.mentee_people[0]


@pytest.mark.parametrize("who", ["mentor", "mentee"])
@pytest.mark.parametrize("spoil", [withdraw, run_out, forget])
@pytest.mark.parametrize("purpose", NEEDED_TO_PAIR)
@pytest.mark.parametrize("step", STEPS)
def test_the_step_is_closed_and_says_whose_consent_it_lacks(pair, curator, director, step, purpose, spoil, who):
    state, take = STEPS[step]
    Pair.objects.filter(pk=pair.pk).update(state=state)
    pair.refresh_from_db()
    if state == "completed":
        pair.seats.update(finished_on=today())
    spoil(curator, side(pair, who), purpose)

    with pytest.raises(ConsentLacking) as refusal:
        take(curator, director, pair)

    assert side(pair, who).short_name in refusal.value.sentence
    assert str(ConsentPurpose(purpose).label).lower() in refusal.value.sentence
    pair.refresh_from_db()
    assert pair.state == state
    assert not pair.agreements.exists()


@pytest.mark.parametrize("step", STEPS)
def test_with_every_consent_the_same_step_is_open(pair, curator, director, step):
    state, take = STEPS[step]
    Pair.objects.filter(pk=pair.pk).update(state=state)
    pair.refresh_from_db()
    if state == "completed":
        pair.seats.update(finished_on=today())

    take(curator, director, pair)


@pytest.mark.parametrize("purpose", NEEDED_TO_PAIR)
@pytest.mark.parametrize("step", WORK)
def test_the_work_of_a_pair_stops_with_a_withdrawal_and_may_be_finished_after_the_term(pair, curator, step, purpose):
    Pair.objects.filter(pk=pair.pk).update(state=PairState.ACTIVE)
    run_out(curator, side(pair, "mentee"), purpose)
    WORK[step](curator, pair)
    withdraw(curator, side(pair, "mentee"), purpose)

    with pytest.raises(ConsentLacking):
        WORK[step](curator, pair)

    assert Meeting.objects.count() + PlanItem.objects.count() == 1


@pytest.mark.parametrize("purpose", NEEDED_TO_PAIR)
def test_nobody_wishes_for_somebody_without_the_own_consent(programme, curator, mentee, purpose):
    RoleModelFactory(school=programme.school, form=programme.forms.get())
    WishRoundFactory(programme=programme)
    withdraw(curator, mentee.person, purpose)

    with pytest.raises(ConsentLacking):
        give_wishes(actor=curator, mentee=mentee, wishes=[])


@pytest.mark.parametrize("purpose", NEEDED_TO_PAIR)
@pytest.mark.parametrize("spoil", [withdraw, run_out, forget])
def test_nobody_is_proposed_without_a_consent(terms, curator, mentee, purpose, spoil):
    spoil(curator, mentee.person, purpose)

    with pytest.raises(Refusal, match=f"{mentee.person.surname}.*{ConsentPurpose(purpose).label.lower()}"):
        propose_pair(**terms)


@pytest.fixture
def teacher_pair(pair):
    """Its mentor is a teacher who has said yes in writing."""
    person = pair.mentor.person
    person.kind, person.class_name, person.birth_date = "teacher", "", datetime.date(1980, 5, 17)
    person.save()
    pair.form.mentor_kinds = []
    pair.form.save()
    ConsentFactory(person=person, purpose=ConsentPurpose.MENTOR_AGREEMENT)
    return pair


@pytest.mark.parametrize("step", [step for step in STEPS if step != "reopen"])
def test_a_teacher_who_took_the_written_yes_back_leads_nobody(teacher_pair, curator, director, step):
    state, take = STEPS[step]
    Pair.objects.filter(pk=teacher_pair.pk).update(state=state)
    teacher_pair.refresh_from_db()
    withdraw(curator, teacher_pair.mentor.person, ConsentPurpose.MENTOR_AGREEMENT)

    with pytest.raises(ConsentLacking):
        take(curator, director, teacher_pair)


def test_a_teacher_who_took_the_written_yes_back_is_not_proposed(terms, curator, mentor):
    mentor.person.kind, mentor.person.birth_date = "teacher", datetime.date(1980, 5, 17)
    mentor.person.save()
    terms["form"].mentor_kinds = []
    terms["form"].save()
    ConsentFactory(person=mentor.person, purpose=ConsentPurpose.MENTOR_AGREEMENT)
    withdraw(curator, mentor.person, ConsentPurpose.MENTOR_AGREEMENT)

    with pytest.raises(Refusal, match="работа педагога наставником – отозвано"):
        propose_pair(**terms)
