from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests.factories.accounts import UserFactory
from tests.factories.participants import GuardianFactory
from tests.factories.reports import OrderFactory, signed_order

URL = reverse("reports:unread")


@pytest.fixture
def order(director):
    return signed_order(by=director, size=1)


def test_only_those_who_have_not_read_a_signed_order_are_listed(sign_in, curator, order, school):
    done, *waiting = order.acknowledgements.all()
    done.done_on, done.way, done.recorded_by = order.signed_on, "system", curator
    done.save()
    OrderFactory(programme__school=school, sent=True)

    rows = sign_in(curator).get(URL).context["rows"]

    assert [row["object"] for row in rows] == waiting
    assert rows[0]["object"].order.get_absolute_url() in reverse("reports:order_sheet", args=[order.pk])


def test_the_list_says_who_can_be_reminded_to_sign_in(sign_in, curator, order):
    child = order.pairs.get().mentee_people[0]
    GuardianFactory(person=child, user=UserFactory())

    rows = {row["object"].person_id: row["object"].can_sign_in for row in sign_in(curator).get(URL).context["rows"]}

    assert rows[child.pk] is True
    assert rows[order.pairs.get().mentor.person_id] is False
    assert rows[None] is True  # the author, by the own login


def test_part_of_a_name_in_any_case_finds_the_line(sign_in, curator, order):
    person = order.pairs.get().mentor.person
    client = sign_in(curator)

    found = client.get(URL, {"q": person.surname[:4].lower(), "programme": order.programme_id}).context["rows"]

    assert person.pk in [row["object"].person_id for row in found]


def test_the_list_is_narrowed_by_order_kind_of_person_and_class(sign_in, curator, director, order):
    other = signed_order(by=director, size=1, programme=order.programme)
    child = other.pairs.get().mentee_people[0]
    child.class_name, child.kind = "7Б", "pupil"
    child.save()
    order.pairs.get().mentee_people[0].__class__.objects.exclude(pk=child.pk).update(class_name="", kind="teacher")
    client = sign_in(curator)

    def found(**told) -> set:
        return {row["object"].pk for row in client.get(URL, told).context["rows"]}

    line = other.acknowledgements.get(person=child).pk
    assert found(order=other.pk) == set(other.acknowledgements.values_list("pk", flat=True))
    assert found(kind="pupil") == found(class_name="7 б") == {line}


def test_the_list_prints_as_it_is_filtered(sign_in, curator, order):
    response = sign_in(curator).get(URL, {"print": "pdf", "order": order.pk})

    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"


def test_the_list_of_reminders_leaves_as_a_workbook(sign_in, curator, order):
    response = sign_in(curator).get(URL, {"export": "xlsx"})

    rows = list(load_workbook(BytesIO(b"".join(response.streaming_content))).active.iter_rows(values_only=True))
    assert len(rows) == 1 + order.acknowledgements.count()


@pytest.mark.parametrize("rows", [1, 14])  # a pair has two lines, the author one: a full page, and no second one
def test_number_of_queries_does_not_grow(sign_in, curator, director, rows, django_assert_num_queries):
    signed_order(by=director, size=rows)
    client = sign_in(curator)

    with django_assert_num_queries(8):
        assert client.get(URL).status_code == 200
