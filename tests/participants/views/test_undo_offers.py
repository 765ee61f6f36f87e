"""Whatever is taken away at a press offers the way back on the next page."""

import re
from html import unescape

import pytest
from django.urls import reverse

from accounts.models import AuditEvent, ListView
from participants.enums import ImportState
from participants.models import ImportBatch, Kinship, Merge, Person, ToldApart
from participants.services import record_kinship, tell_apart
from tests.factories.participants import PersonFactory
from tests.factories.programmes import ProgrammeFactory


@pytest.fixture
def press(sign_in, curator):
    """Call it with an address and fields: what the page says after the POST."""
    return lambda address, **fields: sign_in(curator).post(address, fields, follow=True).content.decode()


@pytest.fixture
def take_back(press):
    """Press the undo button of a page."""

    def act(page: str) -> str:
        [form] = re.findall(r'<form class="note-undo".*?</form>', page, re.DOTALL)
        fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
        fields.pop("csrfmiddlewaretoken", None)
        return press(unescape(re.search(r'action="([^"]+)"', form)[1]), **{name: unescape(value) for name, value in fields.items()})

    return act


@pytest.fixture
def two(school):
    return PersonFactory(school=school, surname="Ёлкина"), PersonFactory(school=school, surname="Елкина", birth_date=None)


def test_a_relative_who_was_removed_comes_back(curator, two, press, take_back):
    kinship = record_kinship(actor=curator, person=two[0], relative=two[1])

    page = press(reverse("participants:kin_remove", args=[two[0].pk, kinship.pk]))
    assert not Kinship.objects.exists()
    take_back(page)

    assert Kinship.objects.exists()


def test_twins_who_were_told_apart_are_asked_about_again(two, press, take_back):
    page = press(reverse("participants:tell_apart", args=[two[0].pk, two[1].pk]))
    assert ToldApart.objects.exists()

    page = take_back(page)

    assert reverse("participants:merge", args=[two[0].pk, two[1].pk]) in page
    assert AuditEvent.objects.filter(name="person.doubted_apart").count() == 1


def test_asking_again_about_two_whom_nobody_told_apart_is_quiet(curator, two, press):
    press(reverse("participants:ask_again", args=[two[0].pk, two[1].pk]))
    assert not AuditEvent.objects.filter(name="person.doubted_apart").exists()

    tell_apart(actor=curator, one=two[0], other=two[1])

    assert ToldApart.objects.exists()


def test_a_merge_is_undone_from_the_page_that_it_leads_to(two, press, take_back):
    page = press(reverse("participants:merge", args=[two[0].pk, two[1].pk]))
    assert not Person.objects.filter(pk=two[1].pk).exists()

    take_back(page)

    assert Person.objects.filter(pk=two[1].pk).exists()
    assert not Merge.objects.in_force().exists()


def test_a_saved_filter_that_was_removed_comes_back_with_its_sorting(two, press, take_back):
    mentees = reverse("participants:mentees")
    press(f"{mentees}?class_name=7Б&order=-name", step="save", title="Седьмые & мои")
    saved = ListView.objects.get()

    page = press(mentees, step="remove", filter=saved.pk)
    assert not ListView.objects.exists()
    take_back(page)

    again = ListView.objects.get()
    assert (again.title, again.query) == (saved.title, saved.query)


def test_an_upload_that_waits_is_found_again_and_its_removal_warns(sign_in, curator, school):
    client = sign_in(curator)
    table = "ФИО наставляемого\tКласс\nЛасточкина Вера Петровна\t7Б"
    client.post(reverse("participants:import"), {"programme": ProgrammeFactory(school=school).pk, "base": "mentees", "text": table})
    batch = ImportBatch.objects.get()

    start = client.get(reverse("participants:import")).content.decode()
    page = client.get(batch.get_absolute_url()).content.decode()
    client.post(reverse("participants:import_discard", args=[batch.pk]))

    batch.refresh_from_db()
    assert batch.get_absolute_url() in start
    assert "будут забыты без возврата" in page
    assert batch.state == ImportState.DISCARDED
    assert batch.get_absolute_url() not in client.get(reverse("participants:import")).content.decode()
