import datetime

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from accounts.enums import Role
from pairs.enums import PairState
from pairs.models import Agreement
from tests.factories.accounts import MembershipFactory
from tests.factories.pairs import MeetingFactory, PairFactory, give_guardians


@pytest.fixture
def group(programme, mentor_actor, mentee_actor):
    """An active group of two; the mentor and the first mentee have accounts."""
    pair = PairFactory(programme=programme, active=True, group=2)
    give_guardians(pair)
    pair.mentor.person.user = mentor_actor.user
    pair.mentor.person.save()
    first = pair.seats.first().mentee.person
    first.user = mentee_actor.user
    first.save()
    meeting = MeetingFactory(pair=pair, result="рабочая заметка", next_step="принести черновик")
    meeting.attended.set([pair.mentor.person, *pair.mentee_people])
    return pair


@pytest.fixture
def guardian_actor(group, school):
    actor = MembershipFactory(school=school, role=Role.GUARDIAN)
    guardian = group.seats.first().mentee.person.guardians.get()
    guardian.user = actor.user
    guardian.save()
    return actor


def test_staff_read_the_story(sign_in, curator, group):
    response = sign_in(curator).get(group.get_absolute_url())

    sentences = [event["sentence"] for event in response.context["story"]]
    assert len(sentences) == 2
    assert response.context["mentees"] == [seat.mentee.person for seat in group.seats.all()]


def test_the_mentor_sees_the_whole_group_and_may_log(sign_in, mentor_actor, group):
    response = sign_in(mentor_actor).get(group.get_absolute_url())

    assert len(response.context["mentees"]) == 2
    assert response.context["may_log"]
    assert "рабочая заметка" in response.content.decode()


@pytest.mark.parametrize("actor", ["mentee_actor", "guardian_actor"])
def test_mentee_and_guardian_see_only_their_own_name(request, sign_in, group, actor):
    own, other = [seat.mentee.person for seat in group.seats.all()]

    response = sign_in(request.getfixturevalue(actor)).get(group.get_absolute_url())

    text = response.content.decode()
    assert own.full_name in text
    assert other.surname not in text
    assert "рабочая заметка" not in text
    assert "принести черновик" in text
    assert not response.context["may_log"]
    assert "<form" not in text.split("<main", 1)[1].split("</main>")[0]


@pytest.fixture
def helped(group):
    mentee = group.seats.first().mentee
    mentee.what_helps = "говорить медленно"
    mentee.save(update_fields=["what_helps"])
    return group


@pytest.mark.parametrize(
    "actor, told", [("mentor_actor", True), ("curator", True), ("director", True), ("mentee_actor", False), ("guardian_actor", False)]
)
def test_what_helps_is_told_to_the_mentor_of_the_pair_and_to_staff(request, sign_in, helped, actor, told):
    text = sign_in(request.getfixturevalue(actor)).get(helped.get_absolute_url()).content.decode()

    assert ("говорить медленно" in text) is told


def test_what_helps_opens_to_no_other_mentor(sign_in, helped, school):
    response = sign_in(MembershipFactory(school=school, role=Role.MENTOR)).get(helped.get_absolute_url())

    assert response.status_code == 404


@pytest.mark.parametrize("over", ["proposed", "completed", "left"])
def test_what_helps_opens_with_the_order_and_closes_with_the_place(sign_in, mentor_actor, helped, over):
    if over == "left":
        helped.seats.filter(pk=helped.seats.first().pk).update(finished_on=datetime.date(2026, 11, 3))
    else:
        type(helped).objects.filter(pk=helped.pk).update(state=over)

    assert "говорить медленно" not in sign_in(mentor_actor).get(helped.get_absolute_url()).content.decode()


def test_a_stranger_and_another_school_find_nothing(sign_in, group, school, other_school):
    assert sign_in(MembershipFactory(school=school, role=Role.MENTOR)).get(group.get_absolute_url()).status_code == 404
    assert sign_in(MembershipFactory(school=other_school, role=Role.CURATOR)).get(group.get_absolute_url()).status_code == 404


def test_the_next_stop_says_why_it_is_not_possible_yet(sign_in, curator, programme):
    pair = PairFactory(programme=programme)

    journey = sign_in(curator).get(pair.get_absolute_url()).context["journey"]

    assert [stop["status"] for stop in journey] == ["now", "later", "later", "later", "later"]
    assert pair.mentor.person.short_name in journey[1]["reason"]


@pytest.mark.parametrize("state", PairState)
def test_the_page_opens_in_every_state(sign_in, curator, programme, state):
    pair = PairFactory(programme=programme, state=state)

    assert sign_in(curator).get(pair.get_absolute_url()).status_code == 200


def test_agreement_of_one_side_is_recorded(sign_in, curator, programme):
    pair = PairFactory(programme=programme)
    give_guardians(pair)
    person = pair.mentee_people[0]
    facts = {"person": person.pk, "given_on": "2026-11-03", "given_by": person.guardians.get().full_name}

    response = sign_in(curator).post(reverse("pairs:agree", args=[pair.pk]), facts)

    assert response.url == pair.get_absolute_url()
    assert Agreement.objects.get().given_on == datetime.date(2026, 11, 3)


def test_all_sides_agree_with_one_button(sign_in, curator, programme):
    pair = PairFactory(programme=programme)
    give_guardians(pair)

    sign_in(curator).post(reverse("pairs:agree", args=[pair.pk]), {"given_on": "2026-11-03"})

    pair.refresh_from_db()
    assert pair.state == PairState.AGREED


def test_a_wrong_day_is_told(sign_in, curator, programme):
    pair = PairFactory(programme=programme)

    response = sign_in(curator).post(reverse("pairs:agree", args=[pair.pk]), {"given_on": "31.02.2026"}, follow=True)

    assert [message.level_tag for message in get_messages(response.wsgi_request)] == ["error"]
    assert not Agreement.objects.exists()


def test_a_step_of_an_order_has_no_address(sign_in, curator, programme):
    pair = PairFactory(programme=programme, state=PairState.IN_ORDER)

    assert sign_in(curator).post(reverse("pairs:step", args=[pair.pk, "activate"])).status_code == 404


def test_steps_are_posts_of_who_may(sign_in, curator, director, programme):
    pair = PairFactory(programme=programme)
    address = reverse("pairs:step", args=[pair.pk, "withdraw"])

    assert sign_in(curator).get(address).status_code == 405
    assert sign_in(director).post(address, {"note": "ошибка"}).status_code == 403
    pair.refresh_from_db()
    assert pair.state == PairState.PROPOSED
