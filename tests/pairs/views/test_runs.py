import pytest
from django.urls import reverse

from mentoring.common.clock import now
from pairs.enums import RunState
from pairs.models import MatchingRun, Pair
from pairs.services.runs import start_runs

READINESS = reverse("pairs:readiness")


@pytest.fixture
def client(sign_in, curator):
    return sign_in(curator)


def step(client, run, *words, version=None):
    run.refresh_from_db()
    data = {"step": " ".join(map(str, words)), "version": run.version if version is None else version}
    return client.post(reverse("pairs:board_step", args=[run.pk]), data, follow=True)


def test_the_page_before_a_run_tells_what_is_missing(client, programme, crowd):
    response = client.get(READINESS)

    assert response.context["found"].mentees == 4
    assert response.context["found"].places == 4
    assert "Всё готово" in response.content.decode()


def test_one_way_of_weighing_leads_to_the_board(client, programme, crowd):
    response = client.post(READINESS, {"programme": programme.pk, "weightings": "programme", "orders": "total"})

    assert response.url == reverse("pairs:board", args=[MatchingRun.objects.get().pk])


def test_several_ways_stand_side_by_side(client, programme, crowd):
    data = {"programme": programme.pk, "weightings": ["programme", "friends"], "orders": ["total", "weakest"]}

    page = client.post(READINESS, data, follow=True)

    assert len(page.context["headings"]) == 4
    assert page.context["headings"][0]["changed"] is None


def test_a_choice_of_nothing_is_told(client, programme, crowd):
    page = client.post(READINESS, {"programme": programme.pk})

    assert "Выберите хотя бы один вариант весов." in page.content.decode()
    assert not MatchingRun.objects.exists()


def test_zero_places_are_a_sentence(client, programme, crowd):
    for mentor in crowd[0]:
        mentor.capacity = 0
        mentor.save()

    page = client.post(READINESS, {"programme": programme.pk, "weightings": "programme", "orders": "total"})

    assert "Свободных мест у наставников нет" in page.content.decode()
    assert not MatchingRun.objects.exists()


def test_the_board_shows_every_mentee_once(client, run, crowd):
    page = client.get(run.get_absolute_url())

    shown = [card.key for column in page.context["columns"] for card in column.cards] + [card.key for card in page.context["alone"]]
    assert sorted(shown) == sorted(mentee.pk for mentee in crowd[1])


def test_the_price_stands_beside_the_button_that_moves(client, run, crowd):
    mentee = crowd[1][0]

    page = client.get(reverse("pairs:other_mentors", args=[run.pk, mentee.pk]))

    for way in page.context["ways"]:
        assert f'value="move {mentee.pk} {way.mentor}"' in page.content.decode()
        assert way.sentence in page.content.decode()


def test_a_move_locks_the_pair_and_can_be_taken_back(client, run, crowd):
    mentee = crowd[1][0]
    before = run.plan
    way = client.get(reverse("pairs:other_mentors", args=[run.pk, mentee.pk])).context["ways"][0]

    step(client, run, "move", mentee.pk, way.mentor)
    run.refresh_from_db()
    assert run.locked == [[mentee.pk, way.mentor]]

    step(client, run, "undo")
    run.refresh_from_db()
    assert (run.plan, run.locked) == (before, [])


@pytest.mark.parametrize("words", ["", "fly 1 2", "move 1", "move a b", "undo 1 2", "move 99999999999999999999 1"])
def test_a_step_that_no_button_sends_is_not_found(client, run, words):
    assert step(client, run, words).status_code == 404


def test_a_step_on_an_old_board_is_told_who_was_first(client, run, crowd):
    mentee, mentor, _points = run.plan["pairs"][0]
    step(client, run, "lock", mentee, mentor)

    page = step(client, run, "lock", *run.plan["pairs"][1][:2], version=0)

    assert "доску изменил другой пользователь" in page.content.decode()
    run.refresh_from_db()
    assert run.version == 1


def test_adopting_proposes_all_pairs(client, run, crowd):
    page = client.get(reverse("pairs:adopt", args=[run.pk]))
    kind = page.context["form"].fields["kind"].queryset[0]
    terms = {"version": run.version, "starts_on": "2026-11-10", "ends_on": "2027-05-31", "kind": kind.pk, "together": "single"}

    page = client.post(reverse("pairs:adopt", args=[run.pk]), terms, follow=True)

    assert "Предложены 4 пары." in page.content.decode()
    assert Pair.objects.count() == 4


def test_a_withdrawn_person_stops_the_adoption_with_a_name(client, run, crowd):
    gone = crowd[1][0]
    gone.left_on = now().date()
    gone.save()
    kind = client.get(reverse("pairs:adopt", args=[run.pk])).context["form"].fields["kind"].queryset[0]
    terms = {"version": run.version, "starts_on": "2026-11-10", "ends_on": "2027-05-31", "kind": kind.pk, "together": "single"}

    page = client.post(reverse("pairs:adopt", args=[run.pk]), terms)

    assert gone.person.short_name in page.content.decode()
    assert not Pair.objects.exists()
    assert "участие в программе завершено" in client.get(run.get_absolute_url()).content.decode()


def test_setting_aside_keeps_the_run_in_the_list(client, run):
    page = client.post(reverse("pairs:run_drop", args=[run.pk]), follow=True)

    run.refresh_from_db()
    assert run.state == RunState.DROPPED
    assert f"№ {run.pk}" in page.content.decode()
    assert client.get(run.get_absolute_url()).status_code == 200


def test_counting_again_makes_a_new_run(client, run):
    response = client.post(reverse("pairs:recount", args=[run.pk]))

    again = MatchingRun.objects.exclude(pk=run.pk).get()
    assert response.url == again.get_absolute_url()
    assert again.plan == run.plan


def test_the_protocol_is_a_pdf(client, run, crowd):
    whole = client.get(reverse("pairs:protocol", args=[run.pk]))
    extract = client.get(reverse("pairs:protocol", args=[run.pk]), {"mentee": crowd[1][0].pk})

    assert whole.content[:5] == extract.content[:5] == b"%PDF-"


@pytest.mark.parametrize("runs", [1, 30])
def test_the_list_of_runs_asks_the_database_as_often_for_one_as_for_many(
    client, curator, programme, crowd, runs, django_assert_num_queries
):
    for _number in range(runs):
        start_runs(actor=curator, programme=programme, weightings=["programme"], orders=["total"])

    with django_assert_num_queries(7):
        page = client.get(reverse("pairs:runs"))

    assert len(page.context["rows"]) == runs


@pytest.mark.parametrize("more", [0, 30])
def test_the_board_asks_the_database_as_often_for_many_people(
    client, curator, programme, crowd, new_mentee, more, django_assert_num_queries
):
    for _number in range(more):
        new_mentee()
    [run] = start_runs(actor=curator, programme=programme, weightings=["programme"], orders=["total"])
    client.get(run.get_absolute_url())

    with django_assert_num_queries(9):
        client.get(run.get_absolute_url())
