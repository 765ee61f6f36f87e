import pytest

from pairs.enums import PairState
from pairs.queries.board import alone_of, changed_since, columns_of
from pairs.queries.fairness import fairness_of, sex_of
from pairs.queries.prices import obstacles_of, price_in_words, signed, ways_of
from pairs.queries.tables import People, open_table
from pairs.runs.alternatives import Alternative, Shift
from pairs.runs.snapshot import Snapshot
from pairs.services.runs import start_runs
from tests.factories.pairs import PairFactory


@pytest.fixture
def people(programme, crowd):
    return People(programme)


def count(curator, programme):
    [run] = start_runs(actor=curator, programme=programme, weightings=["programme"], orders=["total"])
    return run


def test_columns_are_mentors_by_name_with_their_places(run, people):
    columns = columns_of(open_table(run), people, run.figures["low"])

    assert [(column.name.split("\xa0")[0], column.places) for column in columns] == [("Белова", 1), ("Громова", 1), ("Орлова", 2)]
    assert sum(column.free for column in columns) == 0


def test_the_weakest_are_marked(run, people):
    table = open_table(run).changed(snapshot=Snapshot(run.inputs))  # its own: the kept one is everybody's
    weakest = next(iter(table.mentor_of.items()))
    table.snapshot.edges[weakest] = table.snapshot.edges[weakest]._replace(points=1)

    columns = columns_of(table, people, 1)

    assert [card.key for column in columns for card in column.cards if card.weak] == [weakest[0]]


def test_nobody_is_among_the_weakest_when_most_would_be(run, people):
    table = open_table(run)
    best = max(table.snapshot.edges[two].points for two in table.mentor_of.items())

    columns = columns_of(table, people, best)

    assert not any(card.weak for column in columns for card in column.cards)


def test_a_score_says_how_many_answers_it_rests_on(run, people):
    table = open_table(run)
    columns = columns_of(table, people, run.figures["low"])
    mentee, mentor = next(iter(table.mentor_of.items()))

    known = {card.key: card.known for column in columns for card in column.cards}

    assert known[mentee] == table.snapshot.edges[mentee, mentor].confidence < 100
    assert {way.known for way in ways_of(table, mentee, people)} == {table.snapshot.edges[mentee, mentor].confidence}


def test_a_price_is_told_as_change_others_and_who_is_left(crowd, people):
    (first, second, third), mentors = [mentee.pk for mentee in crowd[1][:3]], [mentor.pk for mentor in crowd[0]]
    calm = Alternative(first, mentors[0], 500, 35, (Shift(first, mentors[1], mentors[0]), Shift(second, mentors[0], mentors[1])))
    cruel = calm._replace(shifts=(Shift(first, mentors[1], mentors[0]), Shift(third, mentors[0], None)))

    assert price_in_words(calm, people) == "−35 к сумме; ещё 1 наставляемый сменит наставника; без наставника никто не останется"
    assert price_in_words(cruel, people).endswith(f"без наставника: {people.mentee(third)}")
    assert (signed(-35), signed(4), signed(0)) == ("−35", "+4", "0")


def test_a_way_that_leaves_somebody_alone_is_bad(curator, programme, crowd, new_mentee):
    new_mentee(person__class_name="7Б")
    run = count(curator, programme)
    table, people = open_table(run), People(programme)
    [alone] = alone_of(table, people)

    ways = ways_of(table, alone.key, people)

    assert {way.tone for way in ways} == {"bad"}
    assert alone.helps[0].startswith("Поможет ещё одно место у подходящего наставника:")


def test_a_mentee_whom_no_rule_allows_is_told_why(curator, programme, crowd, new_mentee):
    eldest = new_mentee(person__class_name="11А")
    run = count(curator, programme)
    table, people = open_table(run), People(programme)

    assert alone_of(table, people)[0].helps[1] == "Наставник учится в классе младше наставляемого."
    assert {row["reasons"][0] for row in obstacles_of(table, eldest.pk, people)} == {"Наставник учится в классе младше наставляемого."}


def test_who_left_or_found_a_pair_since_is_named(run, programme, crowd):
    left, paired = crowd[1][:2]
    left.left_on = left.entered_on
    left.save()
    PairFactory(programme=programme, group=0, mentees=[paired], state=PairState.PROPOSED)

    assert changed_since(run, open_table(run), People(programme)) == [
        f"{left.person.short_name}: участие в программе завершено.",
        f"{paired.person.short_name}: пара уже есть.",
    ]


def test_groups_are_compared_by_class_and_newcomers(run, people, programme, crowd):
    PairFactory(programme__school=programme.school, completed=True, group=0).seats.create(
        school=programme.school, mentee=crowd[1][0], started_on="2025-10-01", finished_on="2026-05-31"
    )

    compared = dict(fairness_of(open_table(run), people))

    assert [(group.title, group.matched) for group in compared["Новички"]] == [("новички", 3), ("уже были в паре", 1)]
    assert [group.title for group in compared["По классам"]] == ["6В", "7А", "8А", "8Б"]
    assert all(group.mean is None for group in compared["По классам"])


@pytest.mark.parametrize("patronymic, sex", [("Петровна", "девочки и женщины"), ("Ильич", "мальчики и мужчины"), ("", "неизвестно")])
def test_the_patronymic_tells_the_sex(patronymic, sex):
    assert sex_of(patronymic) == sex
