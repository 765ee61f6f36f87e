from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from accounts.models import AuditEvent
from jobs.models import Job
from tests.factories.pairs import PairFactory
from tests.factories.participants import MenteeRecordFactory, MentorRecordFactory
from tests.factories.programmes import ProgrammeFactory
from tests.reports.documents.test_bases import RECOMMENDED

URL = reverse("reports:reports")


@pytest.mark.parametrize("count", [1, 30])
def test_number_of_queries_does_not_grow_with_the_programmes(sign_in, director, school, count, django_assert_num_queries):
    client = sign_in(director)
    for _number in range(count):
        ProgrammeFactory(school=school)

    with django_assert_num_queries(6):
        assert client.get(URL).status_code == 200


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_asking_twice_with_one_key_starts_one_job(sign_in, administrator, programme, kind):
    client = sign_in(administrator)
    address = reverse(f"reports:monitoring_report_{kind}", args=[programme.pk])

    for _click in range(2):
        assert client.post(address, {"request_key": "a1"}).url == URL

    job = Job.objects.get()
    assert (job.kind, job.arguments["programme_id"]) == (f"monitoring_report_{kind}", programme.pk)
    assert job.title in client.get(URL).content.decode()


def test_a_later_page_asks_anew(sign_in, administrator, programme):
    client = sign_in(administrator)
    for key in ("a1", "b2"):
        client.post(reverse("reports:monitoring_report_pdf", args=[programme.pk]), {"request_key": key})

    assert Job.objects.count() == 2


def test_base_comes_as_a_workbook_and_the_journal_knows(sign_in, director, programme):
    record = MentorRecordFactory(programme=programme)

    response = sign_in(director).post(reverse("reports:base_export", args=[programme.pk, "mentors"]))

    sheet = load_workbook(BytesIO(b"".join(response.streaming_content))).active
    assert (sheet["B1"].value, sheet["B2"].value) == ("ФИО наставника", record.person.full_name)
    assert AuditEvent.objects.get(name="base.exported").details == {"base": "mentors"}


def test_administration_sees_no_bases(sign_in, administrator, programme):
    client = sign_in(administrator)
    address = reverse("reports:base_export", args=[programme.pk, "mentors"])

    assert address not in client.get(URL).content.decode()
    assert client.post(address).status_code == 403


def test_unknown_base_is_not_found(sign_in, director, programme):
    assert sign_in(director).post(reverse("reports:base_export", args=[programme.pk, "parents"])).status_code == 404


def test_bases_are_not_read_by_get(sign_in, director, programme):
    assert sign_in(director).get(reverse("reports:base_export", args=[programme.pk, "mentors"])).status_code == 405


def rows_of(response) -> list[tuple]:
    return list(load_workbook(BytesIO(b"".join(response.streaming_content))).active.iter_rows(values_only=True))


@pytest.fixture
def filtered(sign_in, curator):
    """Call it with a base and the query of its list to get the rows under the headings."""

    def take(base, query, by=curator):
        head, *rows = rows_of(sign_in(by).post(reverse("reports:base_as_filtered", args=[base]), {"query": query}))
        return head, rows

    return take


def test_the_list_leaves_in_the_recommended_columns_as_it_is_filtered_and_sorted(filtered, programme):
    for surname, class_name in (("Абрамова", "7Б"), ("Белова", "7Б"), ("Васина", "8А")):
        MenteeRecordFactory(programme=programme, person__surname=surname, person__class_name=class_name)

    head, rows = filtered("mentees", "class_name=7%D0%91&order=-name")

    assert head == ("№", *RECOMMENDED["mentees"])
    assert [(row[0], row[1].split()[0]) for row in rows] == [(1, "Белова"), (2, "Абрамова")]
    assert AuditEvent.objects.get(name="base.exported").details == {"base": "mentees", "rows": 2}


def test_the_columns_about_pairs_are_filled_and_a_formula_stays_text(filtered, programme):
    pair = PairFactory(programme=programme, active=True)
    type(pair.mentor).objects.update(competences="=1+1")

    head, [row] = filtered("mentors", "")

    told = dict(zip(head, row, strict=True))
    assert told["ФИО наставляемого (наставляемых)"] == pair.mentee_people[0].full_name
    assert told["Основные компетенции наставника"] == "=1+1"


@pytest.mark.parametrize("base", ["mentors", "mentees"])
def test_the_button_stands_where_the_base_may_leave(sign_in, give_role, programme, base):
    (MentorRecordFactory if base == "mentors" else MenteeRecordFactory)(programme=programme)
    address = reverse("reports:base_as_filtered", args=[base])

    pages = {role: sign_in(give_role(role)).get(reverse(f"participants:{base}")).text for role in ("curator", "director", "psychologist")}

    assert {role: address in page for role, page in pages.items()} == {"curator": True, "director": True, "psychologist": False}


@pytest.mark.parametrize("query", ["order=nonsense", "programme=abc", "page=9&panel=print&export=xlsx", "%%%"])
def test_a_strange_query_takes_what_the_list_would_show(filtered, programme, query):
    MentorRecordFactory(programme=programme)

    assert len(filtered("mentors", query)[1]) == 1


@pytest.mark.parametrize("count", [1, 30])
def test_the_workbook_costs_the_same_for_few_and_for_many(sign_in, curator, programme, count, django_assert_num_queries):
    for _number in range(count):
        PairFactory(programme=programme, active=True)
    client = sign_in(curator)
    client.get(reverse("participants:mentors"))

    with django_assert_num_queries(19):
        assert len(rows_of(client.post(reverse("reports:base_as_filtered", args=["mentors"]), {"query": ""}))) == 1 + count
