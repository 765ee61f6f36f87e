"""An order that changes another one speaks of the pairs which that one and its amendments fix, and of no others."""

import datetime

import pytest
from django.urls import reverse

from mentoring.common import clock
from mentoring.common.refusal import Refusal
from pairs.enums import PairState
from pairs.services import end_pair
from reports.forms import OrderForm
from reports.models import Order
from reports.queries.order_difference import fixed_by
from reports.queries.order_facts import order_facts
from reports.queries.order_texts import order_kind
from reports.services import prepare_order, register_earlier_order, send_order, sign_order
from tests.factories.pairs import PairFactory, give_guardians
from tests.factories.participants import MentorRecordFactory
from tests.factories.reports import signed_order

DAY = datetime.date(2026, 10, 12)


@pytest.fixture
def first(director):
    return signed_order(by=director, size=2, on=DAY)


@pytest.fixture
def second(director, first):
    return signed_order(by=director, programme=first.programme, size=1, on=DAY)


def changes(curator, base, kind="changes", **told) -> Order:
    told = {"details": {"reason": "переезд"}} | told
    return prepare_order(actor=curator, programme=base.programme, kind=kind, amends=base, **told)


def in_force(curator, director, order) -> Order:
    send_order(actor=curator, order=order)
    return sign_order(actor=director, order=Order.objects.get(pk=order.pk))


def choices(form, name) -> set[int]:
    return set(form.fields[name].queryset.values_list("pk", flat=True))


def keys(rows) -> set[int]:
    return {row.pk for row in rows}


@pytest.mark.parametrize("part", ["ending", "changed"])
def test_pairs_of_another_order_are_refused_by_name(curator, first, second, part):
    foreign = second.pairs.with_names().get()

    with pytest.raises(Refusal, match=foreign.mentor.person.surname):
        changes(curator, first, **{part: [foreign]})

    assert not Order.objects.filter(kind="changes").exists()


def test_a_pair_that_an_amendment_has_added_may_leave_by_the_next_one(curator, director, first):
    added = PairFactory(programme=first.programme, state=PairState.AGREED)
    in_force(curator, director, changes(curator, first, pairs=[added]))

    order = changes(curator, first, ending=[added])

    assert keys(order.ending_pairs.all()) == {added.pk}


def test_the_amendment_of_an_amendment_counts_and_an_annulled_one_does_not(curator, director, first):
    pairs = [PairFactory(programme=first.programme, state=PairState.AGREED) for _number in range(3)]
    amending = in_force(curator, director, changes(curator, first, pairs=[pairs[0]]))
    in_force(curator, director, changes(curator, amending, pairs=[pairs[1]]))
    annulled = in_force(curator, director, changes(curator, first, pairs=[pairs[2]]))
    Order.objects.filter(pk=annulled.pk).update(state="annulled")

    assert keys(fixed_by(first)) == keys(first.pairs.all()) | keys(pairs[:2])
    assert keys(fixed_by(amending)) == keys(pairs[:2])


def test_a_replacement_that_names_no_order_belongs_to_the_order_of_its_pair(curator, director, first, second):
    replaced = second.pairs.with_names().get()
    replacement = signed_order(by=director, programme=first.programme, kind="pairing", size=1, on=DAY)
    Order.objects.filter(pk=replacement.pk).update(kind="replacement")
    replacement.ending_pairs.add(replaced)

    new = keys(replacement.pairs.all())

    assert (new <= keys(fixed_by(second)), new & keys(fixed_by(first))) == (True, set())


def test_any_pair_of_the_programme_may_be_meant_by_an_order_from_paper(curator, first, school):
    paper = register_earlier_order(
        actor=curator, programme=first.programme, title="О закреплении", number="71-б", signed_on=datetime.date(2026, 9, 1)
    )

    order = changes(curator, paper, ending=[first.pairs.first()])

    assert order.amends == paper
    with pytest.raises(Refusal):
        changes(curator, paper, ending=[signed_order(by=first.signed_by).pairs.first()])


def test_the_form_offers_the_pairs_and_the_difference_of_the_chosen_order(curator, first, second):
    ended = first.pairs.with_names().first()
    give_guardians(ended)
    end_pair(actor=curator, pair=ended, on=clock.today(), note="переезд")

    by_first, by_second = (
        OrderForm(kind=order_kind("changes"), programme=first.programme, chosen=str(base.pk)) for base in (first, second)
    )

    assert (choices(by_first, "ending"), by_first.fields["ending"].initial) == (keys(first.pairs.all()), [ended.pk])
    assert (choices(by_second, "ending"), by_second.fields["ending"].initial) == (keys(second.pairs.all()), [])
    assert by_second["amends"].value() == second.pk


def test_on_the_page_another_order_shows_its_pairs_and_foreign_ones_are_refused(sign_in, curator, first, second):
    client, url = sign_in(curator), reverse("reports:order_draft", args=[first.programme_id, "changes"])
    foreign = first.pairs.first()

    shown = client.get(url, {"amends": first.pk}).context["form"]
    answer = client.post(url, {"amends": second.pk, "ending": [foreign.pk], "reason": "переезд"})

    assert choices(shown, "ending") == keys(first.pairs.all())
    assert answer.context["form"].errors["ending"]
    assert choices(answer.context["form"], "ending") == keys(second.pairs.all())
    assert "переезд" in answer.content.decode()


@pytest.mark.parametrize("amends", ["0", "abc", "²", "9" * 40])
def test_an_order_that_is_not_there_is_not_changed(sign_in, curator, first, amends):
    client, url = sign_in(curator), reverse("reports:order_draft", args=[first.programme_id, "changes"])

    assert client.get(url, {"amends": amends}).status_code == 200
    assert client.post(url, {"amends": amends, "ending": [first.pairs.first().pk], "reason": "-"}).context["form"].errors["amends"]


def test_a_replacement_says_which_order_it_changes(curator, first, second):
    told = {"new_mentor": MentorRecordFactory(programme=first.programme).pk, "agreed_on": "2026-10-12", "reason": "болезнь"}
    pair = first.pairs.first()

    order = changes(curator, first, "replacement", ending=[pair], details=told)

    assert f"Внести изменения в приказ от 12.10.2026 № {first.number} " in order_facts(order)["items"][0]["text"]
    with pytest.raises(Refusal):
        changes(curator, second, "replacement", ending=[pair], details=told)


def test_a_replacement_drafted_before_names_no_order_and_is_still_changed_and_read(curator, first):
    told = {"new_mentor": MentorRecordFactory(programme=first.programme).pk, "agreed_on": "2026-10-12", "reason": "болезнь"}

    order = prepare_order(actor=curator, programme=first.programme, kind="replacement", ending=[first.pairs.first()], details=told)

    assert "Внести изменения в приказ ____" in order_facts(order)["items"][0]["text"]
    form = OrderForm(kind=order_kind("replacement"), programme=first.programme, order=order)
    assert (form["amends"].value(), form["old_pair"].value()) == (None, first.pairs.first().pk)
