import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from pairs.enums import PairState
from tests.factories.pairs import MeetingFactory, PairFactory
from tests.pairs.conftest import TODAY


@pytest.mark.parametrize("rows", [1, 30])
def test_pairs_list_asks_the_same_queries_for_any_number_of_rows(sign_in, curator, programme, rows, django_assert_num_queries):
    for _row in range(rows):
        MeetingFactory(pair=PairFactory(programme=programme, active=True))
    client = sign_in(curator)

    with django_assert_num_queries(16):
        response = client.get(reverse("pairs:list"))

    assert response.context["total"] == rows


@pytest.mark.parametrize("rows", [1, 30])
def test_meetings_list_asks_the_same_queries_for_any_number_of_rows(sign_in, curator, programme, rows, django_assert_num_queries):
    for _row in range(rows):
        MeetingFactory(pair=PairFactory(programme=programme, active=True))
    client = sign_in(curator)

    with django_assert_num_queries(12):
        response = client.get(reverse("pairs:meetings"))

    assert response.context["total"] == rows


def test_the_curator_is_who_proposed(sign_in, curator, coordinator, programme):
    own = PairFactory(programme=programme, proposed_by=curator)
    PairFactory(programme=programme, proposed_by=coordinator)

    assert found(sign_in(coordinator), curator=curator.pk) == [own]


def found(client, **query) -> list:
    return [row["object"] for row in client.get(reverse("pairs:list"), query).context["rows"]]


def test_filters_find_what_they_name(sign_in, curator, programme):
    proposed, active = PairFactory(programme=programme), PairFactory(programme=programme, active=True)
    person = active.mentee_people[0]
    person.class_name, person.surname = "11В", "Ёлкина"
    person.save()
    client = sign_in(curator)

    assert found(client, state=PairState.ACTIVE) == [active]
    assert found(client, order="none") == [proposed]
    assert found(client, order="signed") == [active]
    assert found(client, class_name="11В") == [active]
    assert found(client, q="елкин") == [active]
    assert set(found(client, programme=programme.pk)) == {proposed, active}
    assert set(found(client, form=active.form_id, role_model=active.role_model_id, kind=active.kind_id)) == {proposed, active}


def test_pairs_that_need_attention_come_first(sign_in, curator, programme):
    calm = MeetingFactory(pair=PairFactory(programme=programme, active=True, mentor__person__surname="Абрамова"), held_on=TODAY).pair
    silent = PairFactory(programme=programme, active=True, mentor__person__surname="Яковлева")
    client = sign_in(curator)

    assert found(client) == [silent, calm]
    assert found(client, order="mentor") == [calm, silent]
    assert found(client, attention="any") == [silent]
    assert found(client, attention="silent") == [silent]
    assert found(client, attention="ends") == []
    assert client.get(reverse("pairs:list")).content.decode().count("bi-bell") == 1


def test_a_pair_without_an_order_is_marked_red(sign_in, curator, programme):
    PairFactory(programme=programme)
    PairFactory(programme=programme, active=True)

    assert sign_in(curator).get(reverse("pairs:list")).content.decode().count("file-earmark-x") == 1


def test_meetings_that_did_not_take_place_are_not_counted(sign_in, curator, programme):
    pair = PairFactory(programme=programme, active=True)
    MeetingFactory(pair=pair)
    MeetingFactory(pair=pair, took_place=False)

    row = sign_in(curator).get(reverse("pairs:list")).context["rows"][0]["object"]

    assert row.meetings_count == 1


@pytest.mark.parametrize("order", ["mentor", "-meetings", "last_meeting", "-role_model", "state"])
def test_columns_sort(sign_in, curator, programme, order):
    PairFactory(programme=programme)

    assert sign_in(curator).get(reverse("pairs:list"), {"order": order}).context["total"] == 1


@pytest.mark.parametrize("name, columns", [("list", 11), ("meetings", 8)])
def test_lists_go_to_a_sheet_with_every_column(sign_in, curator, programme, name, columns):
    MeetingFactory(pair=PairFactory(programme=programme, active=True))

    response = sign_in(curator).get(reverse(f"pairs:{name}"), {"export": "xlsx"})

    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    assert (sheet.max_row, sheet.max_column) == (2, columns)


def test_three_empty_lists_say_three_things(sign_in, curator, director, programme):
    page = reverse("pairs:list")
    nothing_yet = sign_in(curator).get(page).content.decode()
    assert reverse("pairs:propose") in nothing_yet

    PairFactory(programme=programme)
    nothing_found = sign_in(curator).get(page, {"q": "нет такого"}).content.decode()
    assert "bi-search" in nothing_found

    assert reverse("pairs:propose") not in sign_in(director).get(page).content.decode()


def test_meetings_filters(sign_in, curator, programme):
    held, missed = MeetingFactory(pair__programme=programme), MeetingFactory(pair__programme=programme, took_place=False)
    client = sign_in(curator)

    def ids(**query):
        return [row["object"] for row in client.get(reverse("pairs:meetings"), query).context["rows"]]

    assert ids(held="yes") == [held]
    assert ids(held="no") == [missed]
    assert ids(since="2026-10-21") == []
    assert ids(until="2026-10-20", type="regular", q=held.pair.mentor.person.surname) == [held]


def test_active_filter_is_named_by_its_words(sign_in, curator, programme):
    pair = PairFactory(programme=programme)

    page = sign_in(curator).get(reverse("pairs:list"), {"form": pair.form_id, "programme": programme.pk})

    assert [chip["value"] for chip in page.context["active_filters"]] == [str(programme), pair.form.title]
    assert page.context["total"] == 1
