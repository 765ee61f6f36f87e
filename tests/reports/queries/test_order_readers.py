import datetime
import uuid

from reports.enums import Reader
from reports.queries.order_readers import acquainted_people
from tests.factories.accounts import UserFactory
from tests.factories.pairs import PairFactory
from tests.factories.participants import GuardianFactory, PersonFactory
from tests.factories.reports import OrderFactory

MOTHER = "Орлова Анна Сергеевна"
YOUNG, OLDER = datetime.date(2014, 5, 1), datetime.date(2010, 5, 1)


def pair_with_mentee(programme, born: datetime.date):
    pair = PairFactory(active=True, programme=programme)
    person = pair.mentee_people[0]
    person.birth_date = born
    person.save()
    return type(pair).objects.with_names().get(pk=pair.pk)


def names(people: list[dict]) -> list[str]:
    return [entry["name"] for entry in people]


def test_whoever_signs_for_a_child_under_14_stands_beside_the_child_once_for_all_children(school):
    order = OrderFactory(programme__school=school, size=0)
    pairs = [pair_with_mentee(order.programme, born) for born in (YOUNG, YOUNG, OLDER)]
    mother, again, another = (
        GuardianFactory(person=pair.mentee_people[0], full_name=name)
        for pair, name in zip(pairs, (MOTHER, MOTHER, "Иванова Ольга Петровна"), strict=True)
    )
    children = [pair.mentee_people[0] for pair in pairs]

    people = acquainted_people(order, pairs, [Reader.MENTEES, Reader.GUARDIANS])

    assert names(people) == [children[0].full_name, mother.full_name, children[1].full_name, children[2].full_name]
    assert people[1]["post"] == f"законный представитель: {children[0].short_name}, {children[1].short_name}"
    assert another.full_name not in names(people)
    assert again.full_name in names(people)


def test_only_the_ticked_stand_on_the_sheet(school):
    order = OrderFactory(programme__school=school, size=0, details={"members": ["Петрова Мария Ильинична; учитель; секретарь"]})
    pair = pair_with_mentee(order.programme, YOUNG)
    author = order.author.user.get_full_name()

    assert names(acquainted_people(order, [pair], [])) == []
    assert names(acquainted_people(order, [pair], [Reader.NAMED])) == ["Петрова Мария Ильинична"]
    assert names(acquainted_people(order, [pair], [Reader.MENTORS])) == [pair.mentor.person.full_name]
    assert names(acquainted_people(order, [pair], [Reader.RESPONSIBLE, Reader.MENTEES])) == [author, pair.mentee_people[0].full_name]


def guardians_of(order, pairs, *users) -> list[dict]:
    for pair, user in zip(pairs, users, strict=True):
        GuardianFactory(person=pair.mentee_people[0], full_name=MOTHER, user=user)
    return acquainted_people(order, pairs, [Reader.GUARDIANS])


def test_two_guardians_of_one_name_each_have_a_line_with_the_own_child(school):
    order = OrderFactory(programme__school=school, size=0)
    pairs = [pair_with_mentee(order.programme, YOUNG) for _number in range(3)]
    first, second = UserFactory(), UserFactory()

    people = guardians_of(order, pairs, first, second, None)

    told = [(entry["user"], [child["person"] for child in entry["children"]]) for entry in people]
    keys = [pair.mentee_people[0].pk for pair in pairs]
    assert told == [(first.pk, keys[:1]), (second.pk, keys[1:2]), (None, keys[2:])]


def test_a_row_without_a_login_is_of_the_one_who_has_it_under_this_name(school):
    order = OrderFactory(programme__school=school, size=0)
    pairs = [pair_with_mentee(order.programme, YOUNG) for _number in range(2)]
    mother = UserFactory()

    [line] = guardians_of(order, pairs, None, mother)

    assert line["user"] == mother.pk
    assert [child["person"] for child in line["children"]] == [pair.mentee_people[0].pk for pair in pairs]


def lines_of(people: list[dict]) -> list[tuple]:
    return [(entry["name"], [child["person"] for child in entry["children"]]) for entry in people]


def test_two_guardians_of_one_name_and_without_logins_each_have_a_line(school):
    order = OrderFactory(programme__school=school, size=0)
    pairs = [pair_with_mentee(order.programme, YOUNG) for _number in range(4)]
    for pair, phone in zip(pairs, ("", "", "+7 900 000-00-01", "+7 900 000-00-02"), strict=True):
        GuardianFactory(person=pair.mentee_people[0], full_name=MOTHER, phone=phone)

    people = acquainted_people(order, pairs, [Reader.GUARDIANS])

    assert lines_of(people) == [(MOTHER, [pair.mentee_people[0].pk]) for pair in pairs]


def test_rows_that_the_school_has_recorded_as_one_adult_are_one_line(school):
    order, adult = OrderFactory(programme__school=school, size=0), uuid.uuid4()
    pairs = [pair_with_mentee(order.programme, YOUNG) for _number in range(2)]
    for pair in pairs:
        GuardianFactory(person=pair.mentee_people[0], full_name=MOTHER, phone="", adult=adult)

    people = acquainted_people(order, pairs, [Reader.GUARDIANS])

    assert lines_of(people) == [(MOTHER, [pair.mentee_people[0].pk for pair in pairs])]


def test_a_guardian_keeps_the_line_beside_a_namesake_of_the_staff(school):
    order = OrderFactory(programme__school=school, size=0)
    pair = pair_with_mentee(order.programme, YOUNG)
    GuardianFactory(person=pair.mentee_people[0], full_name=order.author.user.get_full_name())

    people = acquainted_people(order, [pair], [Reader.RESPONSIBLE, Reader.GUARDIANS])

    assert ["children" in entry for entry in people] == [False, True]


def test_a_typed_name_is_the_persons_with_yo_or_ye(school):
    person = PersonFactory(school=school, surname="Семёнов", name="Пётр", patronymic="Ильич")
    order = OrderFactory(programme__school=school, details={"members": ["Семенов Петр Ильич; учитель"]})

    assert acquainted_people(order, [], [Reader.NAMED]) == [{"name": "Семенов Петр Ильич", "post": "учитель", "person": person.pk}]


def test_a_typed_name_of_two_people_is_nobodys(school):
    for _one in range(2):
        PersonFactory(school=school, surname="Семёнов", name="Пётр", patronymic="Ильич")
    order = OrderFactory(programme__school=school, details={"members": ["Семёнов Пётр Ильич; учитель"]})

    assert acquainted_people(order, [], [Reader.NAMED]) == [{"name": "Семёнов Пётр Ильич", "post": "учитель"}]
