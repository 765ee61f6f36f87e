from django.urls import reverse

from pairs.models import PairRequest
from tests.factories.pairs import PairFactory


def test_from_the_mentees_page_to_the_curators_task_and_back(sign_in, mentee_actor, curator, pair):
    address = reverse("pairs:ask", args=[pair.pk, "another_mentor"])
    client = sign_in(mentee_actor)
    assert address in client.get(pair.get_absolute_url()).content.decode()

    client.post(address, {"note": "нам трудно говорить"})

    client = sign_in(curator)
    assert "?attention=request" in client.get(reverse("home")).content.decode()
    assert [row["object"] for row in client.get(reverse("pairs:list"), {"attention": "request"}).context["rows"]] == [pair]
    assert "нам трудно говорить" in client.get(pair.get_absolute_url()).content.decode()
    client.post(reverse("pairs:answer", args=[PairRequest.objects.get().pk]), {"answer": "Встретимся завтра"})
    assert "?attention=request" not in client.get(reverse("home")).content.decode()
    text = sign_in(mentee_actor).get(pair.get_absolute_url()).content.decode()
    assert "Встретимся завтра" in text
    assert address in text


def test_the_mentor_does_not_read_the_mentees_request(sign_in, mentor_actor, mentee_actor, pair):
    sign_in(mentee_actor).post(reverse("pairs:ask", args=[pair.pk, "another_mentor"]), {"note": "нам трудно говорить"})

    assert "нам трудно говорить" not in sign_in(mentor_actor).get(pair.get_absolute_url()).content.decode()


def test_a_mentor_is_told_the_earliest_day(sign_in, mentor_actor, pair):
    address = reverse("pairs:ask", args=[pair.pk, "lay_down"])
    client = sign_in(mentor_actor)

    response = client.post(address, {"note": "переезжаю", "last_day": "2026-11-12"})

    assert response.context["form"].non_field_errors()
    assert client.post(address, {"note": "переезжаю", "last_day": "2026-11-24"}).url == pair.get_absolute_url()


def test_a_pair_that_does_not_run_offers_no_request(sign_in, curator, programme):
    assert sign_in(curator).get(PairFactory(programme=programme).get_absolute_url()).context["asks"] == []


def test_an_unknown_request_has_no_page(sign_in, mentor_actor, pair):
    assert sign_in(mentor_actor).get(reverse("pairs:ask", args=[pair.pk, "holiday"])).status_code == 404
