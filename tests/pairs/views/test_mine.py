import uuid

import pytest
from django.urls import reverse

from pairs.enums import MeetingType, PairState
from pairs.models import Meeting
from tests.factories.pairs import PairFactory


@pytest.fixture
def own(programme, mentor_actor):
    """Call it to make a pair that the signed-in mentor leads."""

    def make(**kwargs):
        pair = PairFactory(programme=programme, **({"active": True} | kwargs))
        pair.mentor.person.user = mentor_actor.user
        pair.mentor.person.save()
        return pair

    return make


def as_filled_in(response) -> dict:
    """What the browser would send if the mentor only pressed the button."""
    form = response.context["form"]
    facts = {field.html_name: field.value() for field in form}
    return {name: value for name, value in facts.items() if value is not None}


@pytest.mark.parametrize("pairs", [1, 5])
def test_my_pairs_ask_the_same_queries_for_any_number(sign_in, mentor_actor, own, pairs, django_assert_num_queries):
    for _pair in range(pairs):
        own()
    client = sign_in(mentor_actor)

    with django_assert_num_queries(6):
        response = client.get(reverse("pairs:mine"))

    assert len(response.context["pairs"]) == pairs


def test_my_pairs_lead_to_the_form_when_the_order_is_signed(sign_in, mentor_actor, own):
    active, waiting = own(), own(active=False, state=PairState.IN_ORDER)

    text = sign_in(mentor_actor).get(reverse("pairs:mine")).content.decode()

    assert reverse("pairs:log_meeting", args=[active.pk]) in text
    assert reverse("pairs:log_meeting", args=[waiting.pk]) not in text


def test_a_mentor_without_pairs_is_told_who_makes_them(sign_in, mentor_actor):
    assert sign_in(mentor_actor).get(reverse("pairs:mine")).context["pairs"] == []


def test_three_taps_are_enough(sign_in, mentor_actor, own):
    """The card's button, a topic, save: nothing is typed."""
    pair = own()
    client = sign_in(mentor_actor)
    page = reverse("pairs:log_meeting", args=[pair.pk])

    facts = as_filled_in(client.get(page))
    response = client.post(page, facts | {"topic": "Учёба"})

    meeting = Meeting.objects.get()
    assert response.url == reverse("pairs:mine")
    assert (meeting.type, meeting.minutes, meeting.topic, meeting.took_place) == (MeetingType.ORGANISATIONAL, 60, "Учёба", True)


def test_a_double_tap_saves_once(sign_in, mentor_actor, own):
    pair = own()
    client = sign_in(mentor_actor)
    page = reverse("pairs:log_meeting", args=[pair.pk])
    facts = as_filled_in(client.get(page)) | {"topic": "Учёба"}

    first, second = client.post(page, facts), client.post(page, facts)

    assert first.url == second.url
    assert Meeting.objects.count() == 1


def test_it_did_not_take_place_is_one_button(sign_in, mentor_actor, own):
    pair = own()
    client = sign_in(mentor_actor)
    page = reverse("pairs:log_meeting", args=[pair.pk])

    client.post(page, as_filled_in(client.get(page)) | {"took_place": "no"})

    assert not Meeting.objects.get().took_place


def test_a_group_has_a_roll_call_with_everybody_ticked(sign_in, mentor_actor, own):
    pair = own(group=2)
    client = sign_in(mentor_actor)
    page = reverse("pairs:log_meeting", args=[pair.pk])
    facts = as_filled_in(client.get(page))
    assert len(facts["attended"]) == 2

    client.post(page, facts | {"attended": facts["attended"][:1]})

    assert Meeting.objects.get().attended.count() == 2


def test_an_own_topic_goes_before_a_tapped_one(sign_in, mentor_actor, own):
    pair = own()
    client = sign_in(mentor_actor)
    page = reverse("pairs:log_meeting", args=[pair.pk])

    client.post(page, as_filled_in(client.get(page)) | {"topic": "Учёба", "own_topic": "Поход в музей"})

    assert Meeting.objects.get().topic == "Поход в музей"


def test_a_refusal_keeps_what_was_entered(sign_in, mentor_actor, own):
    pair = own()
    client = sign_in(mentor_actor)
    page = reverse("pairs:log_meeting", args=[pair.pk])

    response = client.post(page, as_filled_in(client.get(page)) | {"held_on": "2026-12-31", "topic": "Учёба"})

    assert response.context["form"].non_field_errors()
    assert response.context["form"]["topic"].value() == "Учёба"
    assert not Meeting.objects.exists()


def test_a_pair_that_waits_for_its_order_explains_itself(sign_in, mentor_actor, own):
    pair = own(active=False, state=PairState.IN_ORDER)

    response = sign_in(mentor_actor).get(reverse("pairs:log_meeting", args=[pair.pk]))

    assert not response.context["is_active"]


def test_a_mentee_may_not_log_and_a_strangers_pair_is_not_found(sign_in, mentor_actor, mentee_actor, own, programme):
    pair, foreign = own(), PairFactory(programme=programme, active=True)
    facts = {"form_key": uuid.uuid4(), "type": "regular", "held_on": "2026-11-09", "minutes": 60, "mode": "in_person"}

    assert sign_in(mentee_actor).post(reverse("pairs:log_meeting", args=[pair.pk]), facts).status_code == 403
    assert sign_in(mentor_actor).post(reverse("pairs:log_meeting", args=[foreign.pk]), facts).status_code == 404
    assert not Meeting.objects.exists()
