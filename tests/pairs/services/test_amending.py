import datetime
import uuid

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from pairs.enums import AmendmentState, PairState
from pairs.models import Amendment
from pairs.queries.sides import people_of
from pairs.services import agree_to_amendment, drop_amendment, end_pair, mark_amendments_ordered, propose_amendment
from pairs.services.amending import StalePair
from tests.factories.pairs import PairFactory, give_guardians
from tests.factories.programmes import FormFactory, RoleModelFactory
from tests.pairs.conftest import TODAY

JUNE = datetime.date(2027, 6, 30)


@pytest.fixture
def pair(programme):
    pair = PairFactory(programme=programme, active=True)
    give_guardians(pair)
    return pair


@pytest.fixture
def change(pair, curator):
    """Everything that `propose_amendment` asks for; a test changes one thing."""
    facts = {"actor": curator, "pair": pair, "version": 0, "form_key": uuid.uuid4(), "on": TODAY, "note": "нужен ещё месяц"}
    return facts | {"role_model": pair.role_model, "kind": pair.kind, "ends_on": JUNE}


def test_new_terms_are_in_force_when_every_side_has_agreed(pair, change, curator, director):
    amendment = propose_amendment(**change)
    mentor, mentee = people_of(pair)

    agree_to_amendment(actor=curator, amendment=amendment, people=[mentor], given_on=TODAY)
    pair.refresh_from_db()
    assert pair.ends_on == datetime.date(2027, 5, 31)
    agree_to_amendment(actor=curator, amendment=amendment, people=[mentee], given_on=TODAY)

    pair.refresh_from_db()
    amendment.refresh_from_db()
    assert (pair.ends_on, pair.version, amendment.state) == (JUNE, 2, AmendmentState.APPLIED)
    assert amendment.before["ends_on"] == "2027-05-31"
    assert list(Amendment.objects.awaiting_order()) == [amendment]
    assert mark_amendments_ordered(actor=director, pairs=[pair], on=TODAY) == 1
    assert not Amendment.objects.awaiting_order().exists()


def test_a_change_that_is_not_agreed_to_leaves_the_old_terms(pair, change, curator):
    drop_amendment(actor=curator, amendment=propose_amendment(**change))

    pair.refresh_from_db()
    assert pair.ends_on == datetime.date(2027, 5, 31)
    assert Amendment.objects.get().state == AmendmentState.DROPPED


def test_a_second_click_proposes_once(change):
    assert propose_amendment(**change) == propose_amendment(**change)

    assert AuditEvent.objects.filter(name="pair.amendment_proposed").count() == 1


def test_of_two_hundred_edits_of_the_same_version_none_overwrites_another(pair, change):
    stale = 0
    for number in range(200):
        try:
            propose_amendment(**change | {"form_key": uuid.uuid4(), "ends_on": JUNE + datetime.timedelta(days=number)})
        except StalePair:
            stale += 1

    assert stale == 199
    assert Amendment.objects.get().ends_on == JUNE


@pytest.mark.parametrize(
    "wrong",
    [
        {"ends_on": datetime.date(2027, 5, 31)},
        {"ends_on": datetime.date(2026, 9, 1)},
        {"on": datetime.date(2026, 9, 1)},
        {"on": datetime.date(2027, 7, 1)},
    ],
)
def test_terms_that_cannot_be_are_refused(change, wrong):
    with pytest.raises(Refusal):
        propose_amendment(**change | wrong)

    assert not Amendment.objects.exists()


def test_a_role_model_of_a_form_for_other_people_is_refused(change, school, programme):
    teachers = FormFactory(school=school, code="teacher_teacher", title="Учитель – учитель", mentor_kinds=["teacher"])
    programme.forms.add(teachers)

    with pytest.raises(Refusal):
        propose_amendment(**change | {"role_model": RoleModelFactory(school=school, form=teachers, code="t", title="Опытный – молодой")})


def test_a_second_change_waits_for_the_first(pair, change):
    propose_amendment(**change)

    with pytest.raises(Refusal):
        propose_amendment(**change | {"form_key": uuid.uuid4(), "version": 1})


def test_a_pair_that_is_not_running_is_not_changed(change, programme):
    with pytest.raises(Refusal):
        propose_amendment(**change | {"pair": PairFactory(programme=programme, state=PairState.AGREED)})


def test_the_end_of_the_pair_drops_the_change(pair, change, curator):
    amendment = propose_amendment(**change)

    end_pair(actor=curator, pair=pair, on=TODAY, reason="mentee_moved")

    with pytest.raises(Refusal):
        agree_to_amendment(actor=curator, amendment=amendment, people=people_of(pair), given_on=TODAY)
    assert Amendment.objects.get().state == AmendmentState.DROPPED


def test_only_who_manages_pairs_changes_them(change, director):
    with pytest.raises(PermissionDenied):
        propose_amendment(**change | {"actor": director})
