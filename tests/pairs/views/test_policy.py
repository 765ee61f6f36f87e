import pytest
from django.urls import reverse

from pairs.fitting.codes import OPTIONAL
from pairs.models import MatchingPolicy
from pairs.services import choose_policy
from pairs.weightings import weightings
from tests.factories.participants import MenteeRecordFactory
from tests.factories.programmes import RoleModelFactory


@pytest.fixture
def address(programme):
    RoleModelFactory(school=programme.school, form=programme.forms.get())
    return reverse("pairs:policy", args=[programme.pk])


def filled(**changes) -> dict:
    levels = {f"level_{code}": level for code, level in weightings()[0].levels.items()}
    rows = {f"{name}-{field}_FORMS": number for name in ("together", "least") for field, number in (("TOTAL", 2), ("INITIAL", 0))}
    return levels | rows | {"rules": list(OPTIONAL)} | changes


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


def test_small_groups_and_smallest_groups_are_saved_and_shown_again(client, sign_in, curator, address, mentor, mentee, new_mentee):
    mate = new_mentee()
    rows = {"together-0-member_1": mentee.pk, "together-0-member_3": mate.pk, "least-1-mentor": mentor.pk, "least-1-number": 2}

    page = sign_in(curator).post(address, filled(**rows), follow=True)

    policy = MatchingPolicy.objects.get()
    assert (policy.together, policy.least) == ([[mentee.pk, mate.pk]], [[mentor.pk, 2]])
    coupling = page.context["coupling"]
    assert (coupling.groups[0]["member_2"].value(), coupling.least[0]["number"].value()) == (mate.pk, 2)


def test_an_emptied_row_takes_a_group_back(client, sign_in, curator, programme, address, mentee, new_mentee):
    choose_policy(actor=curator, programme=programme, levels={"topics": "high"}, together=[[mentee, new_mentee()]])

    sign_in(curator).post(address, filled(**{"together-TOTAL_FORMS": 3, "together-INITIAL_FORMS": 1}))

    assert MatchingPolicy.objects.first().together == []


@pytest.mark.parametrize(
    "rows, sentence",
    [
        ({"together-0-member_1": "mentee"}, "Малая группа — двое, трое или четверо"),
        ({"together-0-member_1": "mentee", "together-0-member_2": "mentee"}, "Малая группа — двое, трое или четверо"),
        ({"together-0-member_1": "999999", "together-0-member_2": "mentee"}, "Есть ошибка в строках"),
        ({"least-0-mentor": "mentor"}, "Выберите наставника и укажите число"),
        ({"least-0-mentor": "mentor", "least-0-number": 3}, "мест — 2, поэтому группа от 3"),
        ({"least-0-mentor": "mentor", "least-0-number": 1}, "Есть ошибка в строках"),
        ({"together-TOTAL_FORMS": ""}, "Есть ошибка в строках"),
    ],
)
def test_a_bad_row_is_a_sentence_and_saves_nothing(client, sign_in, curator, address, mentor, mentee, rows, sentence):
    keys = {"mentor": mentor.pk, "mentee": mentee.pk}

    page = sign_in(curator).post(address, filled(**{name: keys.get(value, value) for name, value in rows.items()}))

    assert sentence in page.content.decode()
    assert not MatchingPolicy.objects.exists()


@pytest.mark.parametrize("people", [1, 30])
def test_the_page_costs_the_same_for_one_and_for_thirty(client, sign_in, curator, programme, address, people, django_assert_num_queries):
    for _number in range(people):
        MenteeRecordFactory(programme=programme)
    sign_in(curator)

    with django_assert_num_queries(8):
        client.get(address)
