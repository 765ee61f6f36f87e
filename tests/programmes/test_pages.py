import pytest
from django.urls import reverse
from django_scopes import scope

from accounts.enums import Role
from programmes.enums import MeasureState
from programmes.models import Programme
from tests.factories.programmes import MeasureFactory, ProgrammeFactory, StageFactory

CREATE = {"preset": "target_model", "title": "Вместе", "starts_on": "2026-09-01", "ends_on": "2027-05-31", "forms": ["pupil_pupil"]}


@pytest.fixture
def measure(school):
    return MeasureFactory(stage=StageFactory(programme=ProgrammeFactory(school=school), number=1))


def test_a_curator_creates_a_programme_and_lands_on_it(sign_in, curator):
    response = sign_in(curator).post(reverse("programmes:create"), CREATE)

    programme = Programme.objects.get()
    assert response.url == programme.get_absolute_url()
    assert [form.code for form in programme.forms.all()] == ["pupil_pupil"]


def test_the_form_starts_with_the_current_school_year(sign_in, curator):
    form = sign_in(curator).get(reverse("programmes:create")).context["form"]

    assert form.fields["starts_on"].initial.month == 9
    assert form.fields["ends_on"].initial.month == 8


@pytest.mark.parametrize("wrong", [{"title": ""}, {"ends_on": "2026-08-01"}, {"preset": "x"}, {"starts_on": "вчера"}])
def test_a_wrong_form_says_so_and_creates_nothing(sign_in, curator, wrong):
    response = sign_in(curator).post(reverse("programmes:create"), CREATE | wrong)

    assert response.context["form"].errors
    assert not Programme.objects.exists()


def test_a_second_programme_of_the_same_title_is_refused_in_the_form(sign_in, curator):
    client = sign_in(curator)
    client.post(reverse("programmes:create"), CREATE)

    response = client.post(reverse("programmes:create"), CREATE)

    assert "Вместе" in response.context["form"].non_field_errors()[0]


def test_the_page_shows_stages_measures_and_progress(sign_in, curator, measure):
    MeasureFactory(stage=measure.stage, state=MeasureState.DONE, document="Протокол № 1")

    response = sign_in(curator).get(measure.stage.programme.get_absolute_url())

    assert response.context["roadmap"].percent == 50
    assert measure.text in response.text
    assert "Протокол № 1" in response.text
    assert "сентябрь – октябрь 2026" in response.text


def test_a_measure_is_marked_without_javascript(sign_in, curator, measure):
    response = sign_in(curator).post(reverse("programmes:measure_state", args=[measure.pk]), {"state": "done"})

    measure.refresh_from_db()
    assert measure.state == MeasureState.DONE
    assert response.url.endswith(f"#measure-{measure.pk}")


def test_htmx_gets_the_stage_and_the_progress_back(sign_in, curator, measure):
    response = sign_in(curator).post(
        reverse("programmes:measure_state", args=[measure.pk]), {"state": "done"}, headers={"HX-Request": "true"}
    )

    assert response.text.count('<details class="stage') == 1
    assert 'hx-swap-oob="true"' in response.text


def test_an_unknown_state_is_refused(sign_in, curator, measure):
    sign_in(curator).post(reverse("programmes:measure_state", args=[measure.pk]), {"state": "forgotten"})

    measure.refresh_from_db()
    assert measure.state == MeasureState.PLANNED


def test_the_director_reads_the_roadmap_and_does_not_mark_it(sign_in, director, measure):
    client = sign_in(director)

    assert 'name="state"' not in client.get(measure.stage.programme.get_absolute_url()).text
    assert client.post(reverse("programmes:measure_state", args=[measure.pk]), {"state": "done"}).status_code == 403


def test_a_mark_is_a_post(sign_in, curator, measure):
    assert sign_in(curator).get(reverse("programmes:measure_state", args=[measure.pk])).status_code == 405


def test_another_schools_programme_is_not_found(sign_in, curator, other_school):
    with scope(school=other_school):
        foreign = MeasureFactory(stage__programme__school=other_school)
    client = sign_in(curator)

    assert client.get(foreign.stage.programme.get_absolute_url()).status_code == 404
    assert client.post(reverse("programmes:measure_state", args=[foreign.pk]), {"state": "done"}).status_code == 404


def test_an_observer_sees_only_ways_that_are_open(sign_in, give_role, measure):
    response = sign_in(give_role(Role.OBSERVER)).get(measure.stage.programme.get_absolute_url())

    assert response.context["ways"] == []


def test_three_empty_sentences_differ(sign_in, curator, director):
    nothing_yet = sign_in(curator).get(reverse("programmes:list")).text
    for_reader = sign_in(director).get(reverse("programmes:list")).text

    assert reverse("programmes:create") in nothing_yet
    assert reverse("programmes:create") not in for_reader


@pytest.mark.parametrize("count", [1, 30])
def test_list_takes_the_same_queries_for_one_row_and_for_thirty(sign_in, curator, school, count, django_assert_num_queries):
    for _number in range(count):
        MeasureFactory(stage=StageFactory(programme=ProgrammeFactory(school=school), number=1))
    client = sign_in(curator)
    client.get(reverse("programmes:list"))

    with django_assert_num_queries(9):
        client.get(reverse("programmes:list"))
