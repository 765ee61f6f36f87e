"""Print of lists, at once and in the background."""

import pytest
from django.http import Http404
from django.urls import reverse
from django_scopes import scope

from accounts.school_list import list_at
from accounts.services.list_views import choose_columns
from jobs.enums import JobState
from jobs.list_prints import ask_for_print
from jobs.models import Job
from jobs.services import run
from mentoring.common import storage
from mentoring.common.lists import page as lists
from tests.factories.participants import MentorRecordFactory
from tests.factories.programmes import ProgrammeFactory

MENTORS = "participants:mentors"


@pytest.fixture
def paper_facts(monkeypatch):
    """What the template of the print was given; the printing itself is tested with the papers."""
    given = {}
    render = lists.outputs.render_paper
    monkeypatch.setattr(lists.outputs, "render_paper", lambda template, facts: given.update(facts) or render(template, facts))
    return given


@pytest.fixture
def mentors(school):
    programme = ProgrammeFactory(school=school)
    people = (("Аистов", "9А"), ("Ёжиков", "10А"))
    return [MentorRecordFactory(programme=programme, person__surname=surname, person__class_name=place) for surname, place in people]


def test_a_print_holds_the_filtered_rows_with_the_chosen_columns(sign_in, curator, mentors, paper_facts):
    choose_columns(actor=curator, list_name=MENTORS, columns=["place"])

    answer = sign_in(curator).get(reverse(MENTORS), {"print": "pdf", "class_name": "10а"})

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert paper_facts["rows"] == [["Ёжиков Вера Петровна", "10А"]]
    assert paper_facts["filters"] == [("Класс", "10а")]


def test_only_the_picked_rows_are_printed_and_all_of_them_when_all_are_meant(sign_in, curator, mentors, paper_facts):
    client = sign_in(curator)

    client.get(reverse(MENTORS), {"print": "pdf", "row": mentors[1].pk})
    picked = len(paper_facts["rows"])
    client.get(reverse(MENTORS), {"print": "pdf", "row": mentors[1].pk, "all": "1"})

    assert (picked, len(paper_facts["rows"])) == (1, 2)


def test_a_long_list_is_printed_by_a_job(sign_in, curator, mentors, paper_facts, monkeypatch):
    monkeypatch.setattr(lists, "PRINTED_AT_ONCE", 1)
    client = sign_in(curator)

    panel = client.get(reverse(MENTORS), {"print": "pdf", "class_name": "9А"}, follow=True)
    too_long = client.get(reverse(MENTORS), {"print": "pdf"})
    client.post(reverse("jobs:list_print"), {"address": f"{reverse(MENTORS)}?order=-name&print=pdf"})
    job = Job.objects.get()
    run(job.pk)
    job.refresh_from_db()

    assert panel["Content-Type"] == "application/pdf"
    assert too_long.url == f"{reverse(MENTORS)}?panel=print"
    assert job.state == JobState.DONE
    assert [row[0] for row in paper_facts["rows"]] == ["Ёжиков Вера Петровна", "Аистов Вера Петровна"]
    with storage.open_stored(job.file.sha256) as file:
        assert file.read(5) == b"%PDF-"


def test_more_rows_than_a_print_holds_are_refused_in_words(sign_in, curator, mentors, monkeypatch):
    monkeypatch.setattr("jobs.list_prints.MOST_PRINTED", 1)

    page = sign_in(curator).post(reverse("jobs:list_print"), {"address": reverse(MENTORS)}, follow=True)

    assert "Сузьте список" in page.text
    assert not Job.objects.exists()


@pytest.mark.parametrize("address", ["", "/people/search/?q=a", "/nowhere/", "https://example.org/people/mentors/", "/people/mentors/add/"])
def test_only_addresses_of_lists_are_printed(sign_in, curator, address):
    assert sign_in(curator).post(reverse("jobs:list_print"), {"address": address}).status_code == 404


def test_a_role_that_was_taken_back_prints_nothing(curator, mentors, observer_role):
    job = ask_for_print(actor=curator, page=list_at(reverse(MENTORS), curator))
    observer_role(curator)

    run(job.pk)

    job.refresh_from_db()
    assert job.state != JobState.DONE
    assert job.file is None


@pytest.fixture
def observer_role():
    def turn(membership):
        membership.role = "observer"
        membership.save(update_fields=["role"])

    return turn


def test_rows_of_another_school_are_not_printed(curator, mentors, other_school, paper_facts):
    with scope(school=other_school):
        MentorRecordFactory(programme=ProgrammeFactory(school=other_school))

    list_at(reverse(MENTORS), curator).paper()

    assert len(paper_facts["rows"]) == 2


def test_an_unknown_campaign_is_not_printed(curator):
    with pytest.raises(Http404):
        list_at(reverse("monitoring:campaign", args=[404]), curator)
