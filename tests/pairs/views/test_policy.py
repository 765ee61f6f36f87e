import pytest
from django.urls import reverse

from pairs.fitting.codes import OPTIONAL
from pairs.models import MatchingPolicy
from pairs.weightings import weightings
from tests.factories.participants import MenteeRecordFactory
from tests.factories.programmes import RoleModelFactory


@pytest.fixture
def address(programme):
    RoleModelFactory(school=programme.school, form=programme.forms.get())
    return reverse("pairs:policy", args=[programme.pk])


def filled(**changes) -> dict:
    return {f"level_{code}": level for code, level in weightings()[0].levels.items()} | {"rules": list(OPTIONAL)} | changes


def test_the_usual_weights_stand_there_until_somebody_chooses(client, sign_in, curator, address):
    form = sign_in(curator).get(address).context["form"]

    assert form["level_topics"].value() == "high"
    assert form["rules"].value() == [code.value for code in OPTIONAL]


def test_a_ready_set_fills_in_the_weights_and_saves_nothing(client, sign_in, curator, address):
    form = sign_in(curator).get(f"{address}?weighting=strict").context["form"]

    assert form["level_topics"].value() == "must"
    assert not MatchingPolicy.objects.exists()


def test_the_choice_is_saved(client, sign_in, curator, address, mentee):
    answer = sign_in(curator).post(address, filled(level_topics="must", rules=["LOWER_CLASS"], first=[mentee.pk]))

    assert answer.url == address
    policy = MatchingPolicy.objects.get()
    assert (policy.levels["topics"], policy.first) == ("must", [mentee.pk])
    assert policy.rules_off == [code.value for code in OPTIONAL if code != "LOWER_CLASS"]


@pytest.mark.parametrize("changes", [{"level_topics": "huge"}, {"rules": ["SELF"]}, {"role_models": ["abc"]}, {"first": [999999]}])
def test_a_bad_choice_is_a_sentence_and_saves_nothing(client, sign_in, curator, address, changes):
    answer = sign_in(curator).post(address, filled(**changes))

    assert answer.context["form"].errors
    assert not MatchingPolicy.objects.exists()


@pytest.mark.parametrize("people", [1, 30])
def test_the_page_costs_the_same_for_one_and_for_thirty(client, sign_in, curator, programme, address, people, django_assert_num_queries):
    for _number in range(people):
        MenteeRecordFactory(programme=programme)
    sign_in(curator)

    with django_assert_num_queries(7):
        client.get(address)
