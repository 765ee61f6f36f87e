import datetime

import pytest
from django.core.exceptions import PermissionDenied

from accounts.enums import Role
from accounts.models import AuditEvent
from jobs.models import Job
from mentoring.common import clock
from mentoring.common.refusal import Refusal
from mentoring.common.wording.digests import digest_of
from pairs.enums import PairState
from participants.enums import NEEDED_TO_PAIR
from participants.services import withdraw_consent
from reports.enums import OrderState
from reports.models import NumberCounter, Order, OrderTransition
from reports.queries.numbering import number_text
from reports.services import sign_order
from reports.workflow import ORDER_WORKFLOW
from tests.factories.accounts import MembershipFactory
from tests.factories.reports import OrderFactory, signed_order

DAY = datetime.date(2026, 10, 12)


@pytest.fixture
def order(school):
    return OrderFactory(sent=True, programme__school=school, size=2)


def test_sign_gives_number_and_date_and_activates_the_pairs(director, order):
    sign_order(actor=director, order=order, on=DAY)

    order.refresh_from_db()
    assert (order.state, order.number, order.sequence, order.year, order.signed_on) == (OrderState.SIGNED, "1-од", 1, 2026, DAY)
    assert order.signed_by == director
    assert set(order.pairs.values_list("state", flat=True)) == {PairState.ACTIVE}
    assert AuditEvent.objects.get(name="order.sign").subject == str(order)


def test_a_typed_line_longer_than_a_name_does_not_stop_the_signature(director, order):
    order.kind, order.details = "working_group", {"members": [f"{'Ж' * 300}; {'член группы ' * 30}"]}
    order.save()

    sign_order(actor=director, order=order, on=DAY)

    assert {(260, 200)} <= {(len(line.name), len(line.post)) for line in order.acknowledgements.all()}


def test_sign_freezes_the_facts(director, order):
    sign_order(actor=director, order=order, on=DAY)
    mentor = order.pairs.order_by("mentor__person__surname").first().mentor.person
    before = mentor.full_name

    mentor.surname = "Переименованная"
    mentor.save()

    order.refresh_from_db()
    assert (order.payload["number"], order.payload["date"]) == ("1-од", "2026-10-12")
    names = [row[1][0] for row in order.payload["annexes"][0]["rows"]]
    assert before in names
    assert mentor.full_name not in names


def test_the_journal_keeps_the_digest_of_what_was_frozen(director, order):
    sign_order(actor=director, order=order, on=DAY)

    payload = Order.objects.get(pk=order.pk).payload
    assert AuditEvent.objects.get(name="order.sign").details == {"facts_sha256": digest_of(payload)}
    assert digest_of(payload | {"title": "О другом"}) != digest_of(payload)


def test_sign_asks_for_one_pdf(director, order, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        sign_order(actor=director, order=order)
        sign_order(actor=director, order=order)

    assert Job.objects.get().arguments == {"order_id": order.pk}
    assert len(callbacks) == 1


def test_double_click_signs_once(director, order):
    sign_order(actor=director, order=order)
    again = Order.objects.get(pk=order.pk)

    sign_order(actor=director, order=again)

    assert OrderTransition.objects.filter(step="sign").count() == 1
    assert NumberCounter.objects.get().last == 1


def test_sign_leaves_nothing_behind_when_one_pair_cannot_move(director, order):
    stuck = order.pairs.last()
    stuck.state = PairState.WITHDRAWN
    stuck.save(update_fields=["state"])

    with pytest.raises(Refusal):
        sign_order(actor=director, order=order)

    order = Order.objects.get(pk=order.pk)
    assert (order.state, order.number, order.payload, order.signed_on) == (OrderState.SENT, "", None, None)
    assert set(order.pairs.values_list("state", flat=True)) == {PairState.IN_ORDER, PairState.WITHDRAWN}
    assert not NumberCounter.objects.exists()
    assert not Job.objects.exists()
    assert not AuditEvent.objects.exists()
    assert not order.transitions.exists()


def test_a_failed_signing_makes_no_gap(director, school, order):
    order.pairs.update(state=PairState.WITHDRAWN)
    with pytest.raises(Refusal):
        sign_order(actor=director, order=order, on=DAY)

    assert [signed_order(by=director, on=DAY).number for _turn in range(2)] == ["1-од", "2-од"]


def test_author_may_not_sign_the_own_order(school, order):
    both = MembershipFactory(school=school, role=Role.DIRECTOR, user=order.author.user)

    with pytest.raises(Refusal) as refused:
        sign_order(actor=both, order=order)

    assert refused.value.sentence == str(ORDER_WORKFLOW.steps["sign"].refusal)
    assert Order.objects.get(pk=order.pk).state == OrderState.SENT


def test_curator_may_not_sign(curator, order):
    with pytest.raises(PermissionDenied):
        sign_order(actor=curator, order=order)


def test_a_draft_cannot_be_signed(director, school):
    with pytest.raises(Refusal):
        sign_order(actor=director, order=OrderFactory(programme__school=school))


def test_numbers_start_anew_each_year(director):
    days = [DAY, datetime.date(2026, 12, 31), datetime.date(2027, 1, 1)]

    assert [signed_order(by=director, on=day).number for day in days] == ["1-од", "2-од", "1-од"]


def test_date_and_year_are_those_of_the_school(school):
    school.time_zone = "Asia/Kamchatka"
    school.save()
    director = MembershipFactory(school=school, role=Role.DIRECTOR)

    with clock.pretend(datetime.date(2026, 12, 31), hour=18):  # Moscow; in Kamchatka it is 3 o'clock of the next year
        order = signed_order(by=director)

    assert (order.signed_on, order.year) == (datetime.date(2027, 1, 1), 2027)


LOOKS = [
    ("{n}-од", "12-од"),
    ("{n}/{y}", "12/2026"),
    ("71-б", "71-б"),
    ("56-ОД/{n}", "56-ОД/12"),
    ("{n.__class__}-{n}", "{n.__class__}-12"),
]


@pytest.mark.parametrize("template,expected", LOOKS)
def test_number_text_replaces_the_number_and_nothing_else(template, expected):
    assert number_text(template, 12, 2026) == expected


@pytest.mark.parametrize("purpose", NEEDED_TO_PAIR)
@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_an_order_is_not_signed_over_a_withdrawn_consent(director, curator, order, purpose, who):
    pair = order.pairs.first()
    person = pair.mentor.person if who == "mentor" else pair.mentee_people[0]
    withdraw_consent(actor=curator, consent=person.consents.get(purpose=purpose), withdrawn_on=clock.today())

    with pytest.raises(Refusal, match=person.surname):
        sign_order(actor=director, order=order, on=DAY)

    order.refresh_from_db()
    assert (order.state, order.number) == (OrderState.SENT, "")
    assert not NumberCounter.objects.exists()
    assert set(order.pairs.values_list("state", flat=True)) == {PairState.IN_ORDER}
