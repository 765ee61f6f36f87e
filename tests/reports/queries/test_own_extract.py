"""What somebody named in an order reads of it. The canary: the name of another child stands nowhere in it."""

import json

import pytest

from pairs.enums import PairState
from reports.models import Acknowledgement
from reports.queries.own_extract import LEFT_OUT, NO_ROW, own_extract
from reports.services import prepare_order, send_order, sign_order
from tests.factories.pairs import PairFactory
from tests.factories.participants import PersonFactory
from tests.factories.reports import OrderFactory, signed_order


@pytest.fixture
def order(director):
    """Two pairs and a group of three."""
    order = OrderFactory(programme__school=director.school, size=2)
    order.pairs.add(PairFactory(programme=order.programme, state=PairState.IN_ORDER, group=3))
    order.state = "sent"
    order.save()
    return sign_order(actor=director, order=order)


def people_of(pair) -> list:
    return [pair.mentor.person, *pair.mentee_people]


def extract(order, *people) -> dict:
    return own_extract(order, list(order.acknowledgements.filter(person__in=people)))


def words(facts: dict) -> str:
    return json.dumps(facts, ensure_ascii=False)


def test_nobody_reads_the_name_of_another_child(order):
    pairs = list(order.pairs.with_names())
    children = {child.pk: child.full_name for pair in pairs for child in pair.mentee_people}
    told = []
    for pair in pairs:
        for person in people_of(pair):
            may = {one.pk for one in pair.mentee_people} if person == pair.mentor.person else {person.pk}
            text = words(extract(order, person))
            told += [(person.pk, key) for key, name in children.items() if name in text and key not in may]
            assert [name for key, name in children.items() if key in may and name not in text] == []

    assert told == []


def test_the_sheet_with_everybody_is_left_out(order):
    facts = extract(order, order.pairs.first().mentor.person)

    assert facts["acquaintance"] is None
    assert facts["items"] == order.payload["items"]
    assert facts["preamble"] == order.payload["preamble"]


def test_of_a_group_a_mentee_reads_the_own_line_and_the_mentor(order):
    group = next(pair for pair in order.pairs.with_names() if pair.is_group)
    own, *_others = group.mentee_people

    [block] = extract(order, own)["annexes"][0]["blocks"]

    cells = {row[0][0]: row[1][0] for row in block["table"]["rows"]}
    assert cells["Наставник"] == group.mentor.person.full_name
    assert cells["Наставляемый (наставляемые)"] == own.full_name


def test_a_guardian_of_two_reads_the_rows_of_both(order):
    first, second = (pair.mentee_people[0] for pair in order.pairs.with_names()[:2])

    text = words(extract(order, first, second))

    assert first.full_name in text
    assert second.full_name in text


def test_of_namesakes_nobody_reads_the_row_of_the_other(school, director):
    order = OrderFactory(programme__school=school, size=3)
    mine, namesake, twin = (pair.mentee_people[0] for pair in order.pairs.with_names())
    for child, place in ((mine, "5А"), (namesake, "7Б"), (twin, "7Б")):
        child.surname, child.name, child.patronymic, child.class_name = "Канарейкина", "Мария", "Ивановна", place
        child.save()
    order.state = "sent"
    order.save()
    sign_order(actor=director, order=order)

    assert len(extract(order, mine)["annexes"][0]["blocks"]) == 1
    assert "7Б" not in words(extract(order, mine))
    assert extract(order, twin)["annexes"][0]["blocks"][0]["text"] == NO_ROW


def test_who_stands_in_no_row_is_told_so(director, order):
    line = Acknowledgement.objects.get(order=order, user=order.author.user)

    [block] = own_extract(order, [line])["annexes"][0]["blocks"]

    assert block["text"] == NO_ROW


def test_a_roadmap_is_shown_whole(school, curator, director, programme):
    order = prepare_order(
        actor=curator, programme=programme, kind="introduction", details={"members": ["Орлова Анна Петровна; педагог; психолог"]}
    )
    send_order(actor=curator, order=order)
    sign_order(actor=director, order=order)

    roadmap, group = own_extract(order, list(order.acknowledgements.filter(user=curator.user)))["annexes"]

    assert roadmap["rows"] == order.payload["annexes"][0]["rows"]
    assert "Орлова" not in words(group)


@pytest.mark.parametrize(
    "kind, is_shown",
    [("pupil", False), ("teacher", True)],
)
def test_an_item_that_names_a_child_in_another_case_is_left_out(director, kind, is_shown):
    order = signed_order(by=director, size=2)
    own, other = (pair.mentee_people[0] for pair in order.pairs.with_names())
    sentence = "Поручить куратору помочь Канарейкиной Марии с уроками."
    other.kind, other.birth_date = kind, None
    other.save()
    order.payload["items"].append({"text": sentence, "parts": []})
    order.payload["acquaintance"]["people"][order.acknowledgements.get(person=other).position - 1]["name"] = "Канарейкина Мария Ивановна"

    texts = [item["text"] for item in extract(order, own)["items"]]

    assert (sentence in texts, LEFT_OUT in texts) == (is_shown, not is_shown)


def test_an_item_that_names_the_reader_or_a_person_of_the_own_row_stays(director):
    order = signed_order(by=director, size=1)
    [pair] = order.pairs.with_names()
    order.payload["items"].append({"text": f"Назначить: {pair.mentor.person.full_name}.", "parts": []})
    pair.mentor.person.kind = "pupil"
    pair.mentor.person.birth_date = None
    pair.mentor.person.save()

    assert LEFT_OUT not in words(extract(order, pair.mentee_people[0]))


def test_a_surname_shared_with_a_grown_up_is_told_apart_by_the_first_name(director):
    order = signed_order(by=director, size=2)
    own, other = (pair.mentee_people[0] for pair in order.pairs.with_names())
    people = order.payload["acquaintance"]["people"]
    people[0]["name"] = "Канарейкина Ольга Петровна"
    people[order.acknowledgements.get(person=other).position - 1]["name"] = "Канарейкина Мария Ивановна"
    PersonFactory(school=order.school)
    order.payload["items"] += [{"text": f"Назначить {name}.", "parts": []} for name in ("Канарейкину Ольгу", "Канарейкину Марию")]

    texts = [item["text"] for item in extract(order, own)["items"]]

    assert "Назначить Канарейкину Ольгу." in texts
    assert "Назначить Канарейкину Марию." not in texts


@pytest.mark.parametrize("on_the_sheet, typed", [("Семёнов Семён Ильич", "Семенова Семена"), ("Семенов Семен Ильич", "Семёнова Семёна")])
def test_a_child_is_hidden_whether_the_name_is_typed_with_yo_or_with_ye(director, on_the_sheet, typed):
    order = signed_order(by=director, size=2)
    own, other = (pair.mentee_people[0] for pair in order.pairs.with_names())
    order.payload["acquaintance"]["people"][order.acknowledgements.get(person=other).position - 1]["name"] = on_the_sheet
    order.payload["items"].append({"text": f"Перевести {typed} в другую группу.", "parts": []})

    assert extract(order, own)["items"][-1]["text"] == LEFT_OUT


def test_a_child_of_a_table_is_no_adult_of_the_same_name_with_another_letter(director):
    """Who stands in a table alone is told by name: a child «Семёнова» is not taken for the teacher «Семенова»."""
    order = signed_order(by=director, size=2)
    own, other = (pair.mentee_people[0] for pair in order.pairs.with_names())
    PersonFactory(school=order.school, surname="Семёнова", name="Анна", patronymic="Ильинична", birth_date=None)
    PersonFactory(school=order.school, surname="Семенова", name="Анна", patronymic="Ильинична", teacher=True)
    for entry in order.payload["acquaintance"]["people"]:
        if entry.get("person") == other.pk:
            entry["name"] = "Семенова Анна Ильинична"
            del entry["person"]
    order.payload["items"].append({"text": "Похвалить Семенову Анну.", "parts": []})

    assert extract(order, own)["items"][-1]["text"] == LEFT_OUT
