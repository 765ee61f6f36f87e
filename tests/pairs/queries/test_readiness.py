import pytest

from pairs.queries.advice import advice_on
from pairs.queries.readiness import readiness_of
from participants.enums import ABOUT_HELP
from tests.factories.participants import MenteeRecordFactory, TopicFactory


def sentences(programme) -> str:
    return " ".join(advice.sentence for advice in advice_on(readiness_of(programme)))


def test_places_are_held_against_mentees(programme, crowd):
    found = readiness_of(programme)

    assert (found.mentees, found.mentors, found.places, found.possible) == (4, 3, 4, 4)
    assert sentences(programme) == "Всё готово: наставник найдётся для каждого."


def test_missing_places_are_counted(programme, crowd, new_mentee):
    new_mentee()
    new_mentee()

    assert "Не хватает 2 мест" in sentences(programme)


def test_a_mentee_above_every_mentor_is_named_with_the_rule(programme, crowd, new_mentee):
    eldest = new_mentee(person__class_name="11А")

    [row] = readiness_of(programme).nobody

    assert row["record"].pk == eldest.pk
    assert row["reasons"] == ["Наставник учится в классе младше наставляемого."]
    assert "Для 1 наставляемого нет наставника" in sentences(programme)


def test_who_is_shut_out_is_counted_by_rule(programme, crowd):
    MenteeRecordFactory(programme=programme)

    found = readiness_of(programme)

    assert found.out_mentees == 1
    assert [(barrier.sentence, barrier.people) for barrier in found.barriers] == [("Нет действующего согласия.", 1)]


def test_a_topic_that_nobody_helps_with_is_told(programme, crowd):
    topic = TopicFactory(school=programme.school, group=next(iter(ABOUT_HELP)), title="Олимпиада по химии")
    crowd[1][0].topics.add(topic)

    [gap] = readiness_of(programme).gaps["topic"]

    assert (gap.mentees, gap.places, gap.missing) == (1, 0, 1)
    assert "«Олимпиада по химии»: просят помочь 1" in sentences(programme)


def test_an_empty_programme_says_so(programme):
    assert sentences(programme) == ("Никто не ждёт наставника: внесите наставляемых или устраните то, что не пускает их в подбор.")


@pytest.mark.parametrize("more", [0, 30])
def test_the_number_of_queries_does_not_grow(programme, crowd, new_mentee, more, django_assert_num_queries):
    for _number in range(more):
        new_mentee()

    with django_assert_num_queries(22):
        readiness_of(programme)
