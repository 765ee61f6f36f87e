"""Families on the sheet of an order: what a typed sentence tells of a child, and what a guardian reads without a line of the child's."""

import json

import pytest

from reports.enums import Reader
from reports.queries.order_texts import kind_words
from reports.queries.own_extract import LEFT_OUT, NO_ROW, own_extract
from reports.services import sign_order
from tests.factories.accounts import UserFactory
from tests.factories.participants import GuardianFactory
from tests.factories.reports import OrderFactory, signed_order

MOTHER = "Канарейкина Ольга Петровна"
SENTENCE = "Перевести наставляемого {} в другую группу."


@pytest.fixture
def order(school):
    """Two pairs: the second mentee is Канарейкин Пётр, whose mother bears his surname."""
    order = OrderFactory(programme__school=school, size=2, sent=True)
    child = child_of(order, 1)
    child.surname, child.name, child.patronymic, child.birth_date = "Канарейкин", "Пётр", "Андреевич", None
    child.birth_year = 2016
    child.save()
    GuardianFactory(person=child, full_name=MOTHER, user=UserFactory())
    return order


def child_of(order, place: int):
    return order.pairs.with_names().order_by("pk")[place].mentee_people[0]


def signed(order, director, readers: list[str], **texts):
    order.texts = {"readers": readers} | texts
    order.save()
    return sign_order(actor=director, order=order)


def item(text: str) -> list[dict]:
    return [{"text": text, "parts": []}]


def read_by_mentor(order) -> dict:
    mentor = order.pairs.order_by("pk").first().mentor.person
    return own_extract(order, list(order.acknowledgements.filter(person=mentor)))


def read_by_guardian(order) -> dict:
    return own_extract(order, list(order.acknowledgements.filter(name=MOTHER)))


@pytest.mark.parametrize("readers", [[Reader.MENTORS, Reader.MENTEES, Reader.GUARDIANS], [Reader.MENTORS]])
@pytest.mark.parametrize("name", ["Канарейкина П. А.", "Канарейкина Петра"])
def test_a_child_is_hidden_whose_mother_has_the_surname_and_who_has_no_line(order, director, readers, name):
    order = signed(order, director, readers, items=item(SENTENCE.format(name)))

    assert read_by_mentor(order)["items"] == item(LEFT_OUT)


def test_a_guardian_frozen_without_children_tells_no_surname_either(order, director):
    order = signed(order, director, [Reader.MENTORS, Reader.MENTEES, Reader.GUARDIANS], items=item(SENTENCE.format("Канарейкина")))
    for entry in order.payload["acquaintance"]["people"]:
        entry.pop("children", None)

    assert read_by_mentor(order)["items"] == item(LEFT_OUT)


def test_beside_a_teacher_of_the_surname_an_initial_is_enough(order, director):
    mentor = order.pairs.order_by("pk").first().mentor.person
    mentor.surname = "Канарейкина"
    mentor.save()
    texts = SENTENCE.format("Канарейкина П. А."), f"Назначить Канарейкину {mentor.name[0]}."

    order = signed(order, director, [Reader.MENTORS, Reader.MENTEES], items=[*item(texts[0]), *item(texts[1])])

    assert read_by_mentor(order)["items"] == [*item(LEFT_OUT), *item(texts[1])]


def test_a_grown_up_of_an_appendix_who_has_no_line_may_be_named(order, director):
    child = child_of(order, 1)
    child.kind, child.birth_year = "teacher", 1980
    child.save()
    told = item(SENTENCE.format("Канарейкина Петра"))

    assert read_by_mentor(signed(order, director, [Reader.MENTORS], items=told))["items"] == told


def test_headings_that_name_a_child_are_told_by_the_kind_alone(order, director):
    order.title = "О переводе Канарейкина Петра"
    order = signed(order, director, [Reader.MENTORS], annexes={"pairs": "Группа Канарейкина Петра"})

    facts = read_by_mentor(order)

    assert (facts["title"], facts["annexes"][0]["title"]) == (kind_words(order.kind), LEFT_OUT)


def test_a_child_of_the_order_that_is_changed_is_hidden_too(order, director):
    amended = signed(order, director, [Reader.MENTORS])
    later = signed_order(by=director, size=1)
    later.amends = amended
    later.payload["items"] = item("Внести изменения в приказ о Канарейкине Петре, Канарейкина Петра перевести.")

    assert read_by_mentor(later)["items"] == item(LEFT_OUT)


def test_a_guardian_reads_the_row_of_the_child_who_has_no_line(order, director):
    order = signed(order, director, [Reader.GUARDIANS], items=item(SENTENCE.format("Канарейкина Петра")))

    facts = read_by_guardian(order)

    assert child_of(order, 1).full_name in json.dumps(facts["annexes"], ensure_ascii=False)
    assert child_of(order, 0).full_name not in json.dumps(facts["annexes"], ensure_ascii=False)
    assert facts["items"] == order.payload["items"]


def test_a_guardian_whose_rights_ended_reads_no_row(order, director):
    order = signed(order, director, [Reader.GUARDIANS])
    child_of(order, 1).guardians.all().delete()

    assert read_by_guardian(order)["annexes"][0]["blocks"][0]["text"] == NO_ROW


def test_a_guardian_reads_no_row_of_two_namesakes_without_lines(order, director):
    mine, other = child_of(order, 1), child_of(order, 0)
    other.surname, other.name, other.patronymic, other.class_name = mine.surname, mine.name, mine.patronymic, mine.class_name
    other.birth_date = "2010-01-01"
    other.save()
    order = signed(order, director, [Reader.GUARDIANS])

    assert read_by_guardian(order)["annexes"][0]["blocks"][0]["text"] == NO_ROW


def test_a_guardian_reads_no_row_of_a_mentor_of_the_same_name(order, director):
    mentor = order.pairs.order_by("pk").first().mentor.person
    mentor.surname, mentor.name, mentor.patronymic = MOTHER.split()
    mentor.save()
    order = signed(order, director, [Reader.GUARDIANS])

    assert child_of(order, 0).full_name not in json.dumps(read_by_guardian(order), ensure_ascii=False)
