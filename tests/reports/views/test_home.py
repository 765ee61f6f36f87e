import datetime

import pytest
from django.urls import reverse

from accounts.enums import Role
from jobs.models import StorageCheck
from jobs.services import store
from mentoring.common import clock
from pairs.enums import PairState
from reports.presenters.figures import hidden_if_small
from reports.services import confirm_reading
from tests.factories.accounts import UserFactory
from tests.factories.pairs import MeetingFactory, PairFactory
from tests.factories.participants import GuardianFactory, MenteeRecordFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.reports import OrderFactory, signed_order

URL = reverse("home")


@pytest.fixture(autouse=True)
def november():
    """The programmes of the factories run then."""
    with clock.pretend(datetime.date(2026, 11, 20)):
        yield


def home(client) -> str:
    response = client.get(URL)
    assert response.status_code == 200
    return response.content.decode()


def test_empty_school_starts_with_a_programme(sign_in, curator):
    text = home(sign_in(curator))

    assert reverse("programmes:create") in text
    assert text.count("path-later") == 6
    assert text.count('aria-current="step"') == 1


def test_checklist_goes_once_the_first_order_is_signed(sign_in, curator, director):
    signed_order(by=director)

    assert "path-now" not in home(sign_in(curator))


def test_whoever_wrote_an_order_is_not_asked_to_sign_it(sign_in, give_role, school):
    order = OrderFactory(programme__school=school, sent=True)
    both = give_role(Role.DIRECTOR, user=order.author.user)

    asked = [list(sign_in(actor).get(URL).context["orders"]) for actor in (give_role(Role.DIRECTOR), both)]

    assert asked == [[order], []]


@pytest.mark.parametrize("role", [Role.CURATOR, Role.COORDINATOR])
def test_returned_order_comes_first(sign_in, give_role, school, role):
    order = OrderFactory(programme__school=school, returned=True)
    PairFactory(programme=order.programme, state=PairState.AGREED)

    actions = sign_in(give_role(role)).get(URL).context["actions"]

    assert [action.url for action in actions] == [reverse("reports:orders") + "?state=returned", reverse("reports:order_prepare")]


@pytest.mark.parametrize("count", [1, 30])
def test_number_of_queries_of_today_does_not_grow(sign_in, curator, school, count, django_assert_num_queries):
    client = sign_in(curator)
    for _number in range(count):
        OrderFactory(programme__school=school)

    with django_assert_num_queries(18):
        home(client)


def test_director_reads_what_waits_for_the_signature(sign_in, director, school):
    waiting = OrderFactory(programme__school=school, sent=True)
    draft = OrderFactory(programme__school=school)

    text = home(sign_in(director))

    assert waiting.get_absolute_url() in text
    assert draft.get_absolute_url() not in text


@pytest.mark.parametrize("count", [1, 30])
def test_number_of_queries_of_the_director_does_not_grow(sign_in, director, school, count, django_assert_num_queries):
    client = sign_in(director)
    for _number in range(count):
        OrderFactory(programme__school=school, sent=True)

    with django_assert_num_queries(19):
        home(client)


def test_mentor_logs_a_meeting_from_the_first_page(sign_in, mentor_actor, school):
    pair = PairFactory(programme__school=school, active=True, mentor__person__user=mentor_actor.user)
    other = PairFactory(programme=pair.programme, active=True)

    text = home(sign_in(mentor_actor))

    assert reverse("pairs:log_meeting", args=[pair.pk]) in text
    assert reverse("pairs:log_meeting", args=[other.pk]) not in text


def test_guardian_sees_the_pair_of_the_child(sign_in, give_role, school):
    guardian = give_role(Role.GUARDIAN)
    pair = PairFactory(programme__school=school, active=True)
    GuardianFactory(person=pair.mentee_people[0], user=guardian.user)

    assert pair.get_absolute_url() in home(sign_in(guardian))


def test_administration_finds_the_reports(sign_in, administrator, school):
    ProgrammeFactory(school=school)

    assert reverse("reports:reports") in home(sign_in(administrator))


def test_class_teacher_sees_the_own_class(sign_in, give_role, school):
    own = MenteeRecordFactory(programme__school=school, person__class_name="7Б")
    other = MenteeRecordFactory(programme=own.programme, person__class_name="8А")

    text = home(sign_in(give_role(Role.CLASS_TEACHER, class_name="7Б")))

    assert own.person.full_name in text
    assert other.person.full_name not in text


def test_class_teacher_reads_what_is_left_to_do_in_running_programmes(sign_in, give_role, school):
    own = MenteeRecordFactory(programme__school=school, person__class_name="7Б")
    over = ProgrammeFactory(
        school=school, starts_on=clock.today() - datetime.timedelta(400), ends_on=clock.today() - datetime.timedelta(40)
    )
    former = MenteeRecordFactory(programme=over, person__class_name="7Б")

    text = home(sign_in(give_role(Role.CLASS_TEACHER, class_name="7Б")))

    assert "1 ученику не хватает подписанных согласий" in text
    assert own.get_absolute_url() in text
    assert former.person.full_name not in text


def test_class_teacher_without_a_class_is_told_whom_to_ask(sign_in, give_role):
    response = sign_in(give_role(Role.CLASS_TEACHER)).get(URL)

    assert 'class="nothing-hint"' in response.content.decode()
    assert list(response.context["pupils"]) == []


@pytest.mark.parametrize("pairs,hidden", [(0, False), (1, True), (4, True), (5, False)])
def test_observer_never_sees_a_small_number(sign_in, give_role, school, pairs, hidden):
    programme = ProgrammeFactory(school=school)
    for _number in range(pairs):
        PairFactory(programme=programme, active=True)

    figures = sign_in(give_role(Role.OBSERVER)).get(URL).context["figures"]

    shown = figures[0]["value"]
    assert (shown != str(pairs)) == hidden
    assert shown == hidden_if_small(pairs)


def test_somebody_without_a_role_is_told_what_to_do(client, db):
    user = UserFactory()
    client.force_login(user)

    assert user.username in home(client)


def test_pair_is_silent_when_its_order_and_its_last_meeting_are_old(sign_in, curator, director):
    order = signed_order(by=director, on=datetime.date(2026, 10, 1))
    silent_url = reverse("pairs:list") + "?state=active&order=last_meeting"
    client = sign_in(curator)

    assert silent_url in [action.url for action in client.get(URL).context["actions"]]

    MeetingFactory(pair=order.pairs.get(), held_on=datetime.date(2026, 11, 18))

    assert silent_url not in [action.url for action in client.get(URL).context["actions"]]


def test_help_is_open_to_everybody(client, db):
    assert client.get(reverse("help")).status_code == 200


def test_the_administration_hears_of_lost_files(sign_in, administrator, school):
    lost = store(school_id=school.pk, name="Приказ № 4-од.pdf", content_type="application/pdf", content=b"lost")
    assert lost.name not in home(sign_in(administrator))

    StorageCheck.objects.create(checked_at=clock.now(), lost=[lost.sha256])

    assert lost.name in home(sign_in(administrator))


def test_several_orders_lead_to_the_list_that_signs_them_at_once(sign_in, director, school):
    client = sign_in(director)
    OrderFactory(programme__school=school, sent=True)
    assert reverse("reports:orders_sign") not in home(client)

    OrderFactory(programme__school=school, sent=True)

    assert reverse("reports:orders_sign") in home(client)


ROLES_AT_HOME = [role for role in Role if role != Role.OBSERVER]


@pytest.mark.parametrize("role", ROLES_AT_HOME)
def test_the_first_page_says_how_many_orders_wait_to_be_read(sign_in, give_role, director, role):
    member = give_role(role)
    order = signed_order(by=director, size=2)
    client = sign_in(member)
    assert "home-notice" not in home(client)

    order.acknowledgements.filter(position__lte=2).update(user=member.user)  # two lines of one order
    assert "1 приказ ждёт вашего ознакомления" in home(client)

    confirm_reading(actor=member, order=order)
    assert "home-notice" not in home(client)


@pytest.mark.parametrize("role,queries", [(Role.MENTOR, 6), (Role.CLASS_TEACHER, 5), (Role.PSYCHOLOGIST, 19), (Role.ADMINISTRATOR, 19)])
@pytest.mark.parametrize("count", [1, 30])
def test_number_of_queries_does_not_grow_with_the_orders_to_read(
    sign_in, give_role, director, role, queries, count, django_assert_num_queries
):
    member = give_role(role, class_name="7Б")
    order = signed_order(by=director, size=count)
    order.acknowledgements.update(user=member.user)
    client = sign_in(member)

    with django_assert_num_queries(queries):
        home(client)
