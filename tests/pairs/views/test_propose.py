import datetime

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from pairs.models import Pair
from tests.factories.programmes import FormFactory, ProgrammeFactory


@pytest.fixture
def address():
    return reverse("pairs:propose")


@pytest.fixture
def choice(terms):
    """The form as a browser sends it."""
    return {
        "programme": terms["programme"].pk,
        "form": terms["form"].pk,
        "role_model": terms["role_model"].pk,
        "kind": terms["kind"].pk,
        "starts_on": "2026-11-10",
        "ends_on": "2027-05-31",
        "mentor": terms["mentor"].pk,
        "mentees": [mentee.pk for mentee in terms["mentees"]],
    }


def test_the_page_shows_who_is_free_and_who_waits(sign_in, curator, address, choice, terms):
    response = sign_in(curator).get(address)

    assert response.context["mentors"] == [terms["mentor"]]
    assert response.context["mentees"] == terms["mentees"]


def test_posting_proposes_says_so_and_offers_the_next(sign_in, curator, address, choice, new_mentee):
    waits = new_mentee()
    client = sign_in(curator)

    response = client.post(address, choice | {"mentee_q": "7б"}, follow=True)

    pair = Pair.objects.get()
    assert str(pair) in str(next(iter(get_messages(response.wsgi_request))))
    assert response.context["mentees"] == [waits]
    assert response.context["mentee_q"] == "7б"
    assert response.context["form"]["form"].value() == pair.form_id
    assert response.context["form"]["starts_on"].value() == "2026-11-10"


def test_a_refusal_keeps_the_choice(sign_in, curator, address, choice, group_kind):
    response = sign_in(curator).post(address, choice | {"kind": group_kind.pk})

    assert not Pair.objects.exists()
    assert response.context["form"].non_field_errors()
    assert [row.ticked for row in response.context["mentors"]] == [True]
    assert [row.ticked for row in response.context["mentees"]] == [True]


def test_an_empty_choice_names_both_columns(sign_in, curator, address, choice):
    response = sign_in(curator).post(address, choice | {"mentor": "", "mentees": []})

    assert set(response.context["form"].errors) == {"mentor", "mentees"}


def test_searching_without_javascript_keeps_the_choice(sign_in, curator, address, choice, new_mentee):
    new_mentee(person__surname="Ёжикова")

    response = sign_in(curator).post(address, choice | {"action": "show", "mentee_q": "ежик"}, follow=True)

    assert not Pair.objects.exists()
    assert "csrf" not in response.redirect_chain[0][0]
    assert {row.person.surname: row.hidden for row in response.context["mentees"]}["Ёжикова"] is False
    assert [row.hidden for row in response.context["mentees"] if row.ticked] == [False]


def test_a_warning_does_not_stop_the_pair(sign_in, curator, address, choice, terms):
    terms["mentor"].person.class_name = "5А"
    terms["mentor"].person.save()

    response = sign_in(curator).post(address, choice, follow=True)

    assert [message.level_tag for message in get_messages(response.wsgi_request)] == ["success", "warning"]
    assert Pair.objects.exists()


def test_people_of_another_form_are_not_offered(sign_in, curator, address, choice, terms, school):
    teachers = FormFactory(
        school=school, code="teacher_teacher", title="Учитель – учитель", mentor_kinds=["teacher"], mentee_kinds=["teacher"]
    )
    terms["programme"].forms.add(teachers)

    response = sign_in(curator).get(address, {"form": teachers.pk})

    assert (response.context["mentors"], response.context["mentees"]) == ([], [])


def test_the_page_opens_with_a_form_and_a_programme_that_have_people_on_both_sides(sign_in, curator, address, choice, terms, school):
    teachers = FormFactory(school=school, code="a_teacher", position=0, title="Учитель", mentor_kinds=["teacher"], mentee_kinds=["teacher"])
    terms["form"].position = 1
    terms["form"].save()
    terms["programme"].forms.add(teachers)
    ProgrammeFactory(school=school, starts_on=datetime.date(2026, 10, 1))

    response = sign_in(curator).get(address)

    assert response.context["programme"] == terms["programme"]
    assert response.context["mentors"] == [terms["mentor"]]


def test_people_without_consents_are_counted(sign_in, curator, address, choice, new_mentee):
    new_mentee(person__ready=False)

    assert sign_in(curator).get(address).context["lacking"] == 1


def test_a_school_without_programmes_is_led_to_one(sign_in, curator, address):
    assert "pairs/propose_nothing.html" in [template.name for template in sign_in(curator).get(address).templates]


def test_a_programme_of_another_school_is_not_found(sign_in, curator, address, choice, other_school):
    foreign = ProgrammeFactory(school=other_school)

    assert sign_in(curator).get(address, {"programme": foreign.pk}).status_code == 404


@pytest.mark.parametrize("actor", ["director", "mentor_actor", "administrator"])
def test_only_who_manages_pairs_proposes(request, sign_in, address, choice, actor):
    client = sign_in(request.getfixturevalue(actor))

    assert client.get(address).status_code == 403
    assert client.post(address, choice).status_code == 403
    assert not Pair.objects.exists()
