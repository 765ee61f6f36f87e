import pytest
from django.urls import reverse

from participants.enums import BulkState
from participants.models import BulkChange
from participants.services import propose_bulk_change
from tests.factories.participants import BulkChangeFactory, MenteeRecordFactory, MentorRecordFactory, PersonFactory
from tests.factories.programmes import ProgrammeFactory

MENTORS = "participants:mentors"


@pytest.fixture
def mentors(school):
    return MentorRecordFactory.create_batch(3, programme=ProgrammeFactory(school=school), person__class_name="9А")


@pytest.fixture
def bulk(sign_in, curator):
    """Call it with a list and the address: the page of the bulk edit; `value` posts it."""

    def ask(base, value=None, **query):
        client, address = sign_in(curator), reverse("participants:bulk_edit", args=[base], query=query)
        return client.get(address) if value is None else client.post(address, {"value": value}, follow=True)

    return ask


def test_from_ticked_rows_to_the_undone_change(bulk, client, mentors):
    keys = [mentors[0].pk, mentors[1].pk]

    fields = bulk("mentors", row=keys)
    preview = bulk("mentors", row=keys, field="record.capacity", value="3")
    change = BulkChange.objects.get()
    made = client.post(reverse("participants:bulk_make", args=[change.pk]), follow=True)
    undone = client.post(reverse("participants:bulk_undo", args=[change.pk]), follow=True)

    assert "record.capacity" in fields.text
    assert preview.context["will_change"] == 2
    assert reverse("participants:bulk_undo", args=[change.pk]) in made.text
    assert "2 строки изменены" in made.text
    assert undone.context["change"].state == BulkState.UNDONE
    assert "Двум" in undone.text or "2 строк" in undone.text


def test_all_rows_of_the_filter_are_meant_by_all(bulk, mentors):
    MentorRecordFactory(programme=mentors[0].programme, person__class_name="11А")

    assert bulk("mentors", value="2", all="1", class_name="9а", field="record.capacity").context["will_change"] == 3


@pytest.mark.parametrize("value", ["", "много", "0"])
def test_a_value_that_cannot_be_is_said_beside_the_field_or_in_the_preview(bulk, mentors, value):
    page = bulk("mentors", value=value, all="1", field="record.capacity")

    assert page.status_code == 200
    assert "form" in page.context or page.context["will_change"] == 0


def test_without_ticked_rows_the_list_comes_back_with_a_word(bulk, mentors):
    answer = bulk("mentors", class_name="9А")

    assert answer.url == f"{reverse(MENTORS)}?class_name=9%D0%90"


@pytest.mark.parametrize("base, status", [("mentors", 200), ("mentees", 200), ("people", 200), ("orders", 404)])
def test_each_list_has_its_fields(bulk, mentors, base, status):
    MenteeRecordFactory(programme=mentors[0].programme)

    assert bulk(base, all="1").status_code == status


def test_an_unknown_field_asks_again_for_the_field(bulk, mentors):
    assert bulk("mentors", all="1", field="person.user").context["chosen"] is None


def test_the_list_of_changes_leads_back_to_them(sign_in, curator):
    made, proposed = BulkChangeFactory(made_by=curator, state=BulkState.MADE), BulkChangeFactory(made_by=curator)

    page = sign_in(curator).get(reverse("participants:bulk_changes"))

    assert made.get_absolute_url() in page.text
    assert proposed.get_absolute_url() not in page.text


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_of_changes_takes_the_same_queries(sign_in, curator, count, django_assert_num_queries):
    BulkChangeFactory.create_batch(count, made_by=curator, state=BulkState.MADE)
    client = sign_in(curator)

    with django_assert_num_queries(6):
        client.get(reverse("participants:bulk_changes"))


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_of_a_change_takes_the_same_queries(sign_in, curator, school, count, django_assert_num_queries):
    people = PersonFactory.create_batch(count, school=school)
    keys = [person.pk for person in people]
    change = propose_bulk_change(actor=curator, base="people", rows=keys, field="person.class_name", value="8Б")
    client = sign_in(curator)

    with django_assert_num_queries(7):
        client.get(change.get_absolute_url())


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_of_people_takes_the_same_queries(sign_in, curator, school, count, django_assert_num_queries):
    PersonFactory.create_batch(count, school=school)
    client = sign_in(curator)

    with django_assert_num_queries(6):
        client.get(reverse("participants:people"))


def test_people_are_told_apart_by_their_bases(sign_in, curator, mentors, school):
    nobody = PersonFactory(school=school)

    def names(base):
        return {row["object"].pk for row in sign_in(curator).get(reverse("participants:people"), {"base": base}).context["rows"]}

    assert names("none") == {nobody.pk}
    assert names("mentors") == {mentor.person_id for mentor in mentors}
    assert names("mentees") == set()


def test_who_may_not_edit_gets_no_button(sign_in, director, mentors):
    page = sign_in(director).get(reverse(MENTORS)).text

    assert 'name="row"' in page
    assert reverse("participants:bulk_edit", args=["mentors"]) not in page
