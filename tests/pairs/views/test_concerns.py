import pytest
from django.urls import reverse

from accounts.enums import Role
from pairs.enums import ConcernAbout, PairState
from pairs.models import Concern
from tests.factories.pairs import ConcernFactory, SafeguardingLeadFactory


@pytest.fixture
def lead(give_role):
    member = give_role(Role.PSYCHOLOGIST)
    SafeguardingLeadFactory(member=member)
    return member


def test_from_the_childs_page_to_the_psychologist_and_back(sign_in, pair, lead, mentee_actor):
    client = sign_in(mentee_actor)
    address = reverse("pairs:concern_raise", args=[pair.pk])
    assert address in client.get(pair.get_absolute_url()).content.decode()

    client.post(address, {"about": ConcernAbout.MENTOR, "text": "он кричит", "lead": lead.pk})

    concern = Concern.objects.get()
    client = sign_in(lead)
    assert reverse("pairs:concerns") in client.get(reverse("home")).content.decode()
    assert "он кричит" in client.get(reverse("pairs:concern", args=[concern.pk])).content.decode()
    client.post(reverse("pairs:concern_close", args=[concern.pk]), {"outcome": "cleared", "text": "поговорили"})
    pair.refresh_from_db()
    assert pair.state == PairState.ACTIVE
    assert "Закрыт" in sign_in(mentee_actor).get(pair.get_absolute_url()).content.decode()


def test_the_mentor_reads_nothing_of_it(sign_in, pair, lead, mentor_actor):
    ConcernFactory(pair=pair, lead=lead).notes.create(school=pair.school, text="он кричит", by=lead)
    client = sign_in(mentor_actor)

    text = client.get(pair.get_absolute_url()).content.decode() + client.get(reverse("pairs:mine")).content.decode()

    assert "он кричит" not in text
    assert "Разбирается" not in text


def test_a_form_without_a_choice_says_what_to_do_and_keeps_the_words(sign_in, pair, lead, mentee_actor):
    response = sign_in(mentee_actor).post(reverse("pairs:concern_raise", args=[pair.pk]), {"text": "он кричит", "lead": lead.pk})

    assert "Выберите, о чём речь" in response.content.decode()
    assert "он кричит" in response.content.decode()


def test_a_mentor_speaks_of_the_child_without_stopping_the_pair(sign_in, pair, lead, mentor_actor):
    client = sign_in(mentor_actor)

    client.post(reverse("pairs:concern_raise", args=[pair.pk]), {"about": "mentor", "text": "дома беда", "lead": lead.pk})
    assert not Concern.objects.exists()
    client.post(reverse("pairs:concern_raise", args=[pair.pk]), {"about": "other", "text": "дома беда", "lead": lead.pk})

    pair.refresh_from_db()
    assert (Concern.objects.count(), pair.state) == (1, PairState.ACTIVE)


def test_where_nobody_can_receive_it_the_page_names_a_telephone(sign_in, pair, mentee_actor):
    text = sign_in(mentee_actor).get(reverse("pairs:concern_raise", args=[pair.pk])).content.decode()

    assert "8-800-2000-122" in text
    assert 'name="about"' not in text


def test_a_signal_of_someone_else_does_not_exist(sign_in, pair, lead, curator):
    concern = ConcernFactory(pair=pair, lead=lead)

    assert sign_in(curator).get(reverse("pairs:concern", args=[concern.pk])).status_code == 404


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_asks_the_same_questions_for_one_and_for_thirty(sign_in, programme, lead, count, django_assert_num_queries):
    for _number in range(count):
        ConcernFactory(pair__programme=programme, pair__active=True, lead=lead)
    client = sign_in(lead)
    client.get(reverse("pairs:concerns"))

    with django_assert_num_queries(9):
        client.get(reverse("pairs:concerns"))
