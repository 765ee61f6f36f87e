"""An order from before Tandem that was typed wrong: corrected or taken out, and the journal says what it was."""

import datetime
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from reports.enums import EARLIER
from reports.models import NumberCounter, Order
from reports.queries.folder_gaps import folder_gaps
from reports.queries.numbering import MAIN_SERIES
from reports.services import (
    add_series,
    correct_earlier_order,
    prepare_order,
    register_earlier_order,
    settle_last_numbers,
    take_out_earlier_order,
)
from tests.factories.reports import signed_order

DAY = datetime.date(2026, 9, 1)


@pytest.fixture
def enter(curator, programme):
    return partial(register_earlier_order, actor=curator, programme=programme, title="О внедрении", signed_on=DAY)


@pytest.fixture
def correct(curator, programme):
    """Call it with an order and what is different on the paper."""

    def correct(order, **told):
        as_it_is = {"programme": programme, "title": order.title, "number": order.number, "signed_on": order.signed_on}
        rest = {"kind": order.kind, "series": order.series, "sequence": order.sequence}
        correct_earlier_order(actor=curator, order=order, **as_it_is | rest | told)
        return Order.objects.get(pk=order.pk)

    return correct


def test_a_corrected_number_leaves_no_gap_behind(enter, correct, director):
    wrong = enter(number="710-од")

    right = correct(wrong, number="71-од")

    assert (right.number, right.sequence) == ("71-од", 71)
    assert signed_order(by=director, on=DAY).number == "72-од"


def test_the_journal_keeps_what_was_and_what_is(enter, correct, curator):
    order = enter(number="71-од")

    correct(order, number="72-од", title="О внедрении модели", signed_on=datetime.date(2026, 9, 2), kind="introduction")

    event = AuditEvent.objects.get(name="order.corrected")
    assert event.by_membership == curator.pk
    assert event.details == {
        "number": "71-од → 72-од",
        "sequence": "71 → 72",
        "title": "О внедрении → О внедрении модели",
        "signed_on": "2026-09-01 → 2026-09-02",
        "kind": f"{EARLIER} → introduction",
    }


def test_nothing_changed_is_no_event(enter, correct):
    correct(enter(number="71-од"))

    assert not AuditEvent.objects.filter(name="order.corrected").exists()


def test_a_number_of_another_order_is_refused(enter, correct):
    enter(number="70-од")
    order = enter(number="71-од")

    with pytest.raises(Refusal, match="занят"):
        correct(order, number="70 – ОД")

    order.refresh_from_db()
    assert order.number == "71-од"


def test_another_year_and_another_series_have_counters_of_their_own(enter, correct, curator):
    awards = add_series(actor=curator, title="О поощрении", template="{n}-п")
    order = enter(number="7-од")

    correct(order, number="7-п", series=awards.code, signed_on=datetime.date(2025, 9, 1))

    assert dict(NumberCounter.objects.values_list("series", "last")) == {MAIN_SERIES: 0, awards.code: 7}
    assert Order.objects.get().year == 2025


def test_the_counter_stays_at_what_somebody_has_told(enter, correct, curator, director):
    settle_last_numbers(actor=curator, year=2026, last={MAIN_SERIES: 50})

    correct(enter(number="710-од"), number="7-од")

    assert signed_order(by=director, on=DAY).number == "51-од"


def test_an_order_taken_out_frees_its_number_and_stands_in_the_journal(enter, curator, director):
    order = enter(number="71-од")

    take_out_earlier_order(actor=curator, order=order, reason="внесён дважды")

    assert not Order.objects.exists()
    event = AuditEvent.objects.get(name="order.taken_out")
    assert (event.subject, event.by_membership) == ("№ 71-од «О внедрении»", curator.pk)
    assert event.details["note"] == "внесён дважды"
    assert signed_order(by=director, on=DAY).number == "1-од"


def test_without_a_reason_it_stays(enter, curator):
    with pytest.raises(Refusal):
        take_out_earlier_order(actor=curator, order=enter(number="71-од"), reason=" ")


def test_an_order_that_another_one_changes_stays(enter, curator, programme):
    order = enter(number="71-од")
    prepare_order(actor=curator, programme=programme, kind="annulment", amends=order, details={"reason": "ошибка"})

    with pytest.raises(Refusal, match="ссылается"):
        take_out_earlier_order(actor=curator, order=order, reason="внесён дважды")

    assert Order.objects.filter(pk=order.pk).exists()
    assert not AuditEvent.objects.filter(name="order.taken_out").exists()


def test_what_tandem_has_signed_is_not_corrected(correct, curator, director):
    signed = signed_order(by=director)

    with pytest.raises(Refusal):
        correct(signed, number="2-од")
    with pytest.raises(Refusal):
        take_out_earlier_order(actor=curator, order=signed, reason="внесён дважды")


def test_who_only_signs_corrects_nothing(enter, director):
    with pytest.raises(PermissionDenied):
        take_out_earlier_order(actor=director, order=enter(number="71-од"), reason="внесён дважды")


def test_an_order_from_paper_whose_kind_is_told_speaks_for_that_kind_alone(enter, correct, programme):
    order = enter(number="71-од")
    assert folder_gaps(programme).kinds == ("pairing",)

    correct(order, kind="pairing")

    assert folder_gaps(programme).kinds == ("introduction", "appointment_of_curators")
