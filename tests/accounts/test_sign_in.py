import pytest
from django.urls import reverse

from accounts.enums import Role
from accounts.middleware import SESSION_KEY
from tests.factories.accounts import PASSWORD, MembershipFactory, UserFactory


@pytest.fixture
def person(school):
    return MembershipFactory(school=school, user__username="petrova", user__email="petrova@school.example").user


@pytest.mark.parametrize("name", ["petrova", "PETROVA@school.example"])
def test_login_name_and_email_both_open_the_door(client, person, name):
    response = client.post(reverse("account_login"), {"login": name, "password": PASSWORD})

    assert (response.status_code, response.url) == (302, reverse("home"))
    assert int(client.session["_auth_user_id"]) == person.pk


def test_wrong_password_keeps_the_login_name_and_says_so(client, person):
    response = client.post(reverse("account_login"), {"login": "petrova", "password": "something else"})

    assert response.status_code == 200
    assert response.context["form"]["login"].value() == "petrova"
    assert response.context["form"].errors


def test_sixth_wrong_password_in_five_minutes_is_not_even_looked_at(client, person):
    for _attempt in range(5):
        client.post(reverse("account_login"), {"login": "petrova", "password": "something else"})

    client.post(reverse("account_login"), {"login": "petrova", "password": PASSWORD})

    assert "_auth_user_id" not in client.session


def test_nobody_signs_up_by_themselves(client, db):
    response = client.post(reverse("account_signup"), {"username": "new", "password1": PASSWORD, "password2": PASSWORD})

    assert response.status_code == 200
    assert "account/signup_closed.html" in [template.name for template in response.templates]


PAGES = ("login", "logout", "signup", "change_password", "reset_password", "reset_password_done", "inactive")


@pytest.mark.parametrize("name", [f"account_{page}" for page in PAGES])
def test_account_pages_are_dressed_as_the_house(client, person, name):
    client.force_login(person)

    response = client.get(reverse(name), follow=True)

    assert response.status_code == 200
    assert "css/tandem.css" in response.content.decode()


def test_session_of_a_blocked_user_ends_on_the_next_request(client, person):
    client.force_login(person)
    assert client.get(reverse("home")).status_code == 200

    person.is_active = False
    person.save(update_fields=["is_active"])

    assert client.get(reverse("home")).status_code == 302


def test_user_without_a_role_sees_a_page_that_says_so(client, db):
    client.force_login(UserFactory())

    response = client.get(reverse("home"))

    assert "home/no_membership.html" in [template.name for template in response.templates]


def test_switching_leads_to_the_other_role_and_never_to_a_strangers(client, person, school):
    other_role = MembershipFactory(user=person, school=school, role=Role.MENTOR)
    stranger = MembershipFactory(school=school)
    client.force_login(person)

    assert client.post(reverse("accounts:switch", args=[stranger.pk])).status_code == 404
    client.post(reverse("accounts:switch", args=[other_role.pk]))

    assert client.session[SESSION_KEY] == other_role.pk
    assert client.get(reverse("home")).wsgi_request.actor == other_role


def test_russian_is_spoken_whatever_the_browser_asks_until_the_switch_is_pressed(client, db):
    page = client.get(reverse("account_login"), headers={"Accept-Language": "en"})
    client.post(reverse("set_language"), {"language": "en", "next": "/"})
    switched = client.get(reverse("account_login"))

    assert (page.headers["Content-Language"], switched.headers["Content-Language"]) == ("ru", "en")
    assert 'lang="ru"' in page.content.decode()


def test_pages_carry_the_strict_policy(client, db):
    policy = client.get(reverse("account_login")).headers["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert {"object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"} <= set(policy.split("; "))
