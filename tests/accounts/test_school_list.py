"""Columns and saved filters, on the list of members: every list of the house has the same."""

from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse

from accounts.models import ListView
from accounts.services.list_views import MOST_FILTERS, rename_filter, save_filter
from mentoring.common.refusal import Refusal

MEMBERS = "accounts:members"


@pytest.fixture
def members(sign_in, administrator):
    """Call it with values of the address: the page of members; `post` sends a step of a panel."""

    def ask(actor=administrator, post=None, **query):
        client, address = sign_in(actor), reverse(MEMBERS)
        if post is None:
            return client.get(address, query)
        return client.post(f"{address}?{'&'.join(f'{key}={value}' for key, value in query.items())}", post)

    return ask


def headings(page) -> list[str]:
    return [column["name"] for column in page.context["columns"]]


def save(members, title, **query):
    return members(post={"step": "save", "title": title}, **query)


def test_chosen_columns_are_there_on_the_next_visit_in_the_order_of_the_table(members):
    members(post={"step": "columns", "column": ["since", "role", "unknown"]})

    assert headings(members()) == ["name", "role", "since"]


def test_the_usual_columns_come_back(members):
    members(post={"step": "columns", "column": ["role"]})
    members(post={"step": "usual"})

    assert headings(members()) == ["name", "login", "role", "class", "since"]


def test_another_member_keeps_the_own_columns_and_filters(members, director):
    members(post={"step": "columns", "column": ["role"]})
    save(members, "Кураторы", role="curator")

    page = members(director)

    assert headings(page) == ["name", "login", "role", "class", "since"]
    assert "Кураторы" not in page.text


def test_the_workbook_follows_the_columns_and_all_of_them_are_offered(members):
    members(post={"step": "columns", "column": ["role"]})

    def head(export):
        answer = members(export=export)
        sheet = openpyxl.load_workbook(BytesIO(answer.getvalue())).active
        return len(next(sheet.iter_rows(values_only=True)))

    assert (head("xlsx"), head("all")) == (2, 5)
    assert "export=all" in members().text


def test_a_saved_filter_opens_the_same_rows(members):
    save(members, "Кураторы  школы", order="-name", role="curator", page="2", panel="filters")

    [saved] = members().context["tools"]["saved"]

    assert (saved["filter"].title, saved["url"]) == ("Кураторы школы", f"{reverse(MEMBERS)}?order=-name&role=curator")
    assert members(role="curator", order="-name").context["tools"]["saved"][0]["is_here"]


def test_a_filter_is_renamed_and_removed(members):
    save(members, "Кураторы", role="curator")
    key = ListView.objects.get().pk

    members(post={"step": "rename", "filter": key, "title": "Все кураторы"})
    renamed = ListView.objects.get().title
    members(post={"step": "remove", "filter": key})

    assert renamed == "Все кураторы"
    assert not ListView.objects.exists()


def test_a_filter_of_somebody_else_cannot_be_touched(members, director):
    save(members, "Кураторы", role="curator")
    key = ListView.objects.get().pk

    answers = [members(director, post={"step": step, "filter": key, "title": "Моё"}).status_code for step in ("rename", "remove")]

    assert answers == [404, 404]
    assert ListView.objects.get().title == "Кураторы"


def test_the_columns_are_not_removed_as_if_they_were_a_filter(members):
    members(post={"step": "columns", "column": ["role"]})

    assert members(post={"step": "remove", "filter": ListView.objects.get().pk}).status_code == 404


@pytest.mark.parametrize(
    "title, query",
    [("", "role=curator"), ("ы" * 61, "role=curator"), ("Пусто", ""), ("кураторы", "role=curator"), ("Длинно", "q=" + "ы" * 2000)],
)
def test_a_filter_without_a_name_of_its_own_is_refused(administrator, title, query):
    save_filter(actor=administrator, list_name=MEMBERS, title="Кураторы", query="role=curator")

    with pytest.raises(Refusal):
        save_filter(actor=administrator, list_name=MEMBERS, title=title, query=query)

    assert ListView.objects.count() == 1


def test_so_many_filters_and_no_more(administrator):
    saved = [save_filter(actor=administrator, list_name=MEMBERS, title=f"Фильтр {n}", query="role=curator") for n in range(MOST_FILTERS)]

    with pytest.raises(Refusal):
        save_filter(actor=administrator, list_name=MEMBERS, title="Ещё один", query="role=curator")
    with pytest.raises(Refusal):
        rename_filter(actor=administrator, saved=saved[0], title="Фильтр 1")


def test_a_refused_name_is_said_on_the_page_and_the_panel_stays_open(members):
    save(members, "Кураторы", role="curator")

    page = members(post={"step": "save", "title": "Кураторы"}, role="curator")

    assert page.url == f"{reverse(MEMBERS)}?role=curator&panel=filters"
    assert "Выберите другое название" in members(role="curator", panel="filters").text


@pytest.mark.parametrize("panel", ["columns", "filters", "print", "../secret"])
def test_a_panel_opens_by_its_address(members, panel):
    page = members(panel=panel, role="administrator")

    assert page.status_code == 200
    assert ('class="panel"' in page.text) == (panel != "../secret")


def test_an_unknown_step_is_not_there(members):
    assert members(post={"step": "drop"}).status_code == 404


@pytest.mark.parametrize("count", [0, 5])
def test_the_page_takes_one_query_for_columns_and_filters_together(sign_in, administrator, count, django_assert_num_queries):
    for number in range(count):
        save_filter(actor=administrator, list_name=MEMBERS, title=f"Фильтр {number}", query="role=curator")
    client = sign_in(administrator)

    with django_assert_num_queries(6):
        client.get(reverse(MEMBERS))
