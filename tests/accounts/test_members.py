import json
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.urls import reverse
from django_scopes import scopes_disabled

from accounts.enums import Role
from accounts.models import AuditEvent, Membership, School, User
from accounts.services.journal import record
from accounts.services.schools import admit_member, end_membership
from mentoring.common.refusal import Refusal
from tests.factories.accounts import MembershipFactory

NAMES = {"last_name": "Петрова", "first_name": "Мария", "patronymic": "Ильинична", "email": ""}
FORM = NAMES | {"role": Role.CURATOR, "username": "petrova", "class_name": ""}


def test_administration_gives_an_account_whose_password_works(sign_in, client, administrator):
    page = sign_in(administrator).post(reverse("accounts:member_add"), FORM)

    user = User.objects.get(username="petrova")
    assert user.check_password(page.context["password"])
    assert user.memberships.get().school == administrator.school


def test_taken_login_name_is_refused_and_what_was_typed_stays(sign_in, administrator, curator):
    page = sign_in(administrator).post(reverse("accounts:member_add"), FORM | {"username": curator.user.username.upper()})

    assert "username" in page.context["form"].errors
    assert page.context["form"]["last_name"].value() == "Петрова"


def test_class_teacher_needs_a_class(sign_in, administrator):
    page = sign_in(administrator).post(reverse("accounts:member_add"), FORM | {"role": Role.CLASS_TEACHER})

    assert "class_name" in page.context["form"].errors
    assert not User.objects.filter(username="petrova").exists()


def test_curator_may_not_make_a_director(curator):
    with pytest.raises(PermissionDenied):
        admit_member(actor=curator, role=Role.DIRECTOR, username="petrova", password=None, person=NAMES)


def test_person_whose_role_was_taken_back_loses_the_school_on_the_next_request(sign_in, administrator, curator):
    client = sign_in(curator)
    assert client.get(reverse("accounts:members")).status_code == 403  # signed in, but without this permission
    assert client.get(reverse("programmes:list")).status_code == 200

    end_membership(actor=administrator, membership=curator)

    assert client.get(reverse("programmes:list")).status_code == 403


def test_nobody_takes_back_the_own_role(administrator):
    with pytest.raises(Refusal):
        end_membership(actor=administrator, membership=administrator)


def test_taking_back_twice_is_one_event(administrator, curator):
    for _press in range(2):
        end_membership(actor=administrator, membership=curator)

    assert AuditEvent.objects.filter(name="membership.ended").count() == 1


def test_member_of_another_school_does_not_exist(sign_in, administrator, other_school):
    stranger = MembershipFactory(school=other_school)

    assert sign_in(administrator).post(reverse("accounts:member_end", args=[stranger.pk])).status_code == 404
    assert sign_in(administrator).get(reverse("accounts:member", args=[stranger.pk])).status_code == 404


@pytest.mark.parametrize("count", [1, 30])
def test_list_asks_the_database_the_same_number_of_times(sign_in, administrator, count, django_assert_num_queries):
    MembershipFactory.create_batch(count - 1, school=administrator.school)  # with the administrator
    client = sign_in(administrator)

    with django_assert_num_queries(6):
        client.get(reverse("accounts:members"))


@pytest.fixture
def command_line():
    return {
        "full_name": "Муниципальная школа № 3",
        "short_name": "Школа № 3",
        "place": "г. Светлоозёрск",
        "director": "Громова Ольга Ивановна",
        "administrator": "Ким Анна",
        "login": "kim",
    }


def test_open_school_prints_a_login_that_works(db, command_line):
    answer = StringIO()

    call_command("open_school", stdout=answer, **command_line)

    printed = json.loads(answer.getvalue())
    assert User.objects.get(username=printed["login"]).check_password(printed["password"])
    assert School.objects.get().director_signature.endswith("Громова")
    assert Membership.objects.get().role == Role.ADMINISTRATOR


@pytest.mark.parametrize("option, value", [("director", "Громова"), ("login", "kim")])
def test_open_school_refuses_half_a_name_and_a_taken_login(db, command_line, option, value):
    with scopes_disabled():
        MembershipFactory(user__username="kim")

    with pytest.raises(CommandError):
        call_command("open_school", **command_line | {option: value})
    assert School.objects.filter(short_name="Школа № 3").count() == 0


@pytest.mark.parametrize("count", [1, 30])
def test_journal_asks_the_database_the_same_number_of_times(sign_in, administrator, count, django_assert_num_queries):
    for _event in range(count):
        record(administrator, "membership.given", administrator)
    client = sign_in(administrator)

    with django_assert_num_queries(6):
        page = client.get(reverse("accounts:journal"))

    assert page.context["total"] == count
