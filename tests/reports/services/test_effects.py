"""What a signature does to pairs, and whose word it is."""

import datetime
import uuid

import pytest

from mentoring.common import clock
from pairs.enums import PairState
from pairs.models import Amendment, Pair
from pairs.queries.sides import people_of
from pairs.reasons import REPLACED
from pairs.services import agree_to_amendment, end_pair, propose_amendment
from programmes.enums import PersonKind
from reports.forms import OrderForm
from reports.models import NumberSeries, Order
from reports.queries.order_facts import order_facts
from reports.queries.order_texts import order_kind
from reports.queries.order_words import order_words
from reports.services import edit_order, prepare_order, send_order, sign_order
from tests.factories.pairs import MeetingFactory, PairFactory, give_guardians
from tests.factories.participants import GuardianFactory, MentorRecordFactory, PersonFactory
from tests.factories.reports import signed_order


@pytest.fixture
def base(director):
    """An order in force that fixes two pairs, its people with guardians."""
    order = signed_order(by=director, size=2, on=datetime.date(2026, 10, 12))
    for pair in order.pairs.with_names():
        give_guardians(pair)
        pair.form.mentor_kinds = []
        pair.form.save()
        pair.programme.forms.add(pair.form)
    return order


def signed(curator, director, programme, kind, **kwargs):
    order = prepare_order(actor=curator, programme=programme, kind=kind, **kwargs)
    send_order(actor=curator, order=order)
    return sign_order(actor=director, order=Order.objects.get(pk=order.pk))


def prolong(curator, pair):
    """New terms that every side has agreed to."""
    pair = Pair.objects.with_names().get(pk=pair.pk)
    terms = {"role_model": pair.role_model, "kind": pair.kind, "ends_on": pair.ends_on + datetime.timedelta(days=30), "on": clock.today()}
    asked = {"version": pair.version, "form_key": uuid.uuid4(), "note": "проект не закончен"}
    amendment = propose_amendment(actor=curator, pair=pair, **terms, **asked)
    agree_to_amendment(actor=curator, amendment=amendment, people=people_of(pair), given_on=clock.today())


def test_a_pair_ends_by_the_word_of_the_person_who_signed(curator, director, base):
    pair = base.pairs.first()

    signed(curator, director, base.programme, "ending", ending=[pair], details={"outcome": "completed"})

    last = pair.transitions.last()
    assert (last.step, last.by_id, last.target) == ("complete_by_order", director.pk, PairState.COMPLETED)


def test_a_replacement_goes_through_the_pairs_room(curator, director, base):
    pair = base.pairs.with_names().first()
    mentor = MentorRecordFactory(programme=pair.programme, person__school=pair.school, person__ready=True, capacity=2)
    GuardianFactory(person=mentor.person)
    told = {"new_mentor": mentor.pk, "agreed_on": clock.today().isoformat(), "reason": "болезнь"}

    order = signed(curator, director, base.programme, "replacement", ending=[pair], details=told)

    old, new = Pair.objects.get(pk=pair.pk), order.pairs.get()
    assert (old.finish_reason, old.finished_on, new.follows_id) == (REPLACED, clock.today() - datetime.timedelta(days=1), old.pk)
    assert old.transitions.last().by_id == director.pk
    assert new.proposed_by_id == curator.pk


def test_a_meeting_on_the_day_of_the_order_belongs_to_the_old_mentor(curator, director, base):
    pair = base.pairs.with_names().first()
    MeetingFactory(pair=pair, held_on=clock.today())
    mentor = MentorRecordFactory(programme=pair.programme, person__school=pair.school, person__ready=True, capacity=2)
    GuardianFactory(person=mentor.person)
    told = {"new_mentor": mentor.pk, "agreed_on": clock.today().isoformat(), "reason": "болезнь"}

    order = signed(curator, director, base.programme, "replacement", ending=[pair], details=told)

    old, new = Pair.objects.get(pk=pair.pk), order.pairs.get()
    tomorrow = clock.today() + datetime.timedelta(days=1)
    assert (old.finished_on, new.starts_on, new.state) == (clock.today(), tomorrow, PairState.ACTIVE)
    assert set(new.seats.values_list("started_on", flat=True)) == {tomorrow}


def test_changes_offer_the_difference_from_the_order_in_force(curator, base):
    ended, prolonged = base.pairs.with_names()
    end_pair(actor=curator, pair=ended, on=clock.today(), note="переезд")
    prolong(curator, prolonged)
    added = PairFactory(programme=base.programme, state=PairState.AGREED)

    form = OrderForm(kind=order_kind("changes"), programme=base.programme)

    assert [form.fields[name].initial for name in ("pairs", "ending", "changed")] == [[added.pk], [ended.pk], [prolonged.pk]]


def test_changes_write_down_ends_and_new_terms_once(curator, director, base):
    ended, prolonged = base.pairs.with_names()
    end_pair(actor=curator, pair=ended, on=clock.today(), note="переезд")
    prolong(curator, prolonged)
    subjects = {"ending": [ended], "changed": [prolonged], "amends": base}

    order = signed(curator, director, base.programme, "changes", details={"reason": "переезд"}, **subjects)

    rows = order.payload["annexes"][-1]["rows"]
    assert rows[0][-2:] == [["Последний день: 31 мая 2027"], ["Последний день: 30 июня 2027"]]
    assert not Amendment.objects.awaiting_order().exists()
    form = OrderForm(kind=order_kind("changes"), programme=base.programme)
    assert [form.fields[name].initial for name in ("ending", "changed")] == [[], []]


def test_a_draft_moves_to_another_series_of_numbers(curator, director, school):
    awards = NumberSeries.objects.create(school=school, code="awards", title="Поощрения", template="{n}-п")
    order = prepare_order(actor=curator, programme=PairFactory(programme__school=school).programme, kind="rewards", details={})
    texts = {"title": order.title, "preamble": [], "items": [], "lines": []}

    edit_order(actor=curator, order=order, version="0", texts=texts, details={}, series=awards.code)
    send_order(actor=curator, order=order)

    assert sign_order(actor=director, order=Order.objects.get(pk=order.pk)).number == "1-п"


def test_the_form_asks_for_the_series_only_where_there_are_several(school):
    programme = PairFactory(programme__school=school).programme
    assert "series" not in OrderForm(kind=order_kind("rewards"), programme=programme).fields

    NumberSeries.objects.create(school=school, code="awards", title="Поощрения", template="{n}-п")

    assert "series" in OrderForm(kind=order_kind("rewards"), programme=programme).fields


def test_stamps_stand_on_the_statute_and_the_roadmap_of_its_order(curator, school):
    programme = PairFactory(programme__school=school).programme
    told = {"stamps": ["СОГЛАСОВАНО; Совет родителей; протокол от 29.08.2026 № 2"]}

    annexes = order_facts(prepare_order(actor=curator, programme=programme, kind="statute", details=told))["annexes"]

    assert [annex["stamps"][0]["kind"] for annex in annexes] == ["СОГЛАСОВАНО"] * 2


def test_an_annulment_stops_paused_pairs_too_and_its_sheet_names_their_people(curator, director, base):
    base.pairs.filter(pk=base.pairs.first().pk).update(state=PairState.SUSPENDED)

    order = signed(curator, director, base.programme, "annulment", amends=base, details={"reason": "ошибка в составе"})

    assert set(base.pairs.values_list("state", flat=True)) == {PairState.ENDED}
    mentors = {pair.mentor.person.full_name for pair in base.pairs.with_names()}
    assert mentors <= {entry["name"] for entry in order.payload["acquaintance"]["people"]}


def test_a_pupil_becomes_the_new_mentor_as_a_pupil_of_a_class(base):
    pair = base.pairs.with_names().first()
    orlova = PersonFactory(school=pair.school, surname="Орлова", name="Анна", patronymic="Сергеевна", class_name="9А")
    agronomist = PersonFactory(school=pair.school, kind=PersonKind.EMPLOYER, class_name="", post="Питомник «Северный сад», агроном")
    pupil, firm = (MentorRecordFactory(programme=pair.programme, person=person) for person in (orlova, agronomist))
    base.details = {"new_mentor": pupil.pk}

    assert order_words(base, [], [pair], [])["new_mentor_post_acc"] == "ученицу 9А класса"
    base.details = {"new_mentor": firm.pk}
    assert order_words(base, [], [pair], [])["new_mentor_post_acc"] == "Питомник «Северный сад», агроном"
