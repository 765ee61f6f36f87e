import datetime

import pytest
from django.urls import reverse

from accounts.services.links import issue_links, token_of
from pairs.models import MentorView, Veto, WishRound, WishSheet
from tests.factories.pairs import VetoFactory, WishSheetFactory
from tests.factories.participants import GuardianFactory, MenteeRecordFactory, MentorRecordFactory

LAST = datetime.date(2026, 11, 20)


@pytest.fixture
def mentors(programme, wish_round):
    return [MentorRecordFactory(programme=programme, person__ready=True, person__phone="+7 900 111-22-33") for _number in range(3)]


@pytest.fixture
def own_mentee(mentee, mentee_actor):
    mentee.person.user = mentee_actor.user
    mentee.person.save()
    return mentee


def wishes_for(mentors, **changes) -> dict:
    data = {}
    for place, mentor in enumerate(mentors, 1):
        data |= {f"wish_{place}": mentor.pk, f"reason_{place}": "умеет объяснять"}
    return data | changes


def test_a_mentee_sees_who_is_offered_without_contacts(client, sign_in, own_mentee, mentee_actor, mentors):
    page = sign_in(mentee_actor).get(reverse("pairs:mentee_wishes", args=[own_mentee.pk])).content.decode()

    assert all(mentor.person.full_name in page for mentor in mentors)
    assert "подготовка к контрольным" in page
    assert "111-22-33" not in page


def test_wishes_and_a_no_are_saved_together(client, sign_in, own_mentee, mentee_actor, mentors, programme):
    unwanted = MentorRecordFactory(programme=programme, person__ready=True)

    answer = sign_in(mentee_actor).post(
        reverse("pairs:mentee_wishes", args=[own_mentee.pk]), wishes_for(mentors, not_with=unwanted.pk, not_reason="ссора")
    )

    assert answer.url == reverse("pairs:wishes")
    assert WishSheet.objects.get().wishes.count() == 3
    assert Veto.objects.get().mentor == unwanted


def test_a_no_without_a_reason_loses_nothing_and_saves_nothing(client, sign_in, own_mentee, mentee_actor, mentors, programme):
    unwanted = MentorRecordFactory(programme=programme, person__ready=True)

    answer = sign_in(mentee_actor).post(
        reverse("pairs:mentee_wishes", args=[own_mentee.pk]), wishes_for(mentors, not_with=unwanted.pk, not_reason="")
    )

    assert answer.status_code == 200
    assert answer.content.decode().count("умеет объяснять") == 3
    assert not WishSheet.objects.exists()


@pytest.mark.parametrize("value", ["999999", "abc", "-1"])
def test_somebody_who_is_not_offered_is_a_sentence(client, sign_in, own_mentee, mentee_actor, mentors, value):
    answer = sign_in(mentee_actor).post(reverse("pairs:mentee_wishes", args=[own_mentee.pk]), {"wish_1": value})

    assert answer.context["form"].errors["wish_1"]


def test_a_personal_link_takes_the_wishes_without_a_sign_in(client, curator, mentee, mentors):
    link = issue_links(actor=curator, purpose="wishes_mentee", subjects=[mentee.pk], expires_on=LAST)[mentee.pk]
    address = reverse("pairs:mentee_wishes_link", args=[token_of(link)])
    assert mentors[0].person.full_name in client.get(address).content.decode()

    answer = client.post(address, wishes_for(mentors))

    assert answer.status_code == 200
    assert WishSheet.objects.get().way == "link"


def test_a_mentor_answers_by_link(client, curator, new_mentee, mentors):
    mentees = [new_mentee() for _number in range(3)]
    link = issue_links(actor=curator, purpose="wishes_mentor", subjects=[mentors[0].pk], expires_on=LAST)[mentors[0].pk]

    client.post(reverse("pairs:mentor_wishes_link", args=[token_of(link)]), {f"view_{one.pk}": "prefer" for one in mentees})

    assert MentorView.objects.filter(attitude="prefer").count() == 3


def test_a_guardian_forbids_a_mentor_and_chooses_nobody(client, sign_in, give_role, mentee, mentors):
    guardian = give_role("guardian")
    mentee.person.guardians.update(user=guardian.user)
    address = reverse("pairs:mentee_wishes", args=[mentee.pk])
    assert "wish_1" not in sign_in(guardian).get(address).content.decode()

    client.post(address, {"not_with": mentors[0].pk, "not_reason": "семьи в ссоре"})

    assert Veto.objects.get().side == "guardian"
    assert not WishSheet.objects.exists()


def test_the_own_list_shows_the_round(client, sign_in, own_mentee, mentee_actor, wish_round):
    page = sign_in(mentee_actor).get(reverse("pairs:wishes")).content.decode()

    assert reverse("pairs:mentee_wishes", args=[own_mentee.pk]) in page


def test_the_curator_opens_a_round(client, sign_in, curator, programme):
    sign_in(curator).post(reverse("pairs:wish_round", args=[programme.pk]), {"closes_on": "20.11.2026", "asks_mentors": "on"})

    assert WishRound.objects.get().asks_mentors


def test_a_round_in_the_past_is_refused_in_a_sentence(client, sign_in, curator, programme):
    answer = sign_in(curator).post(reverse("pairs:wish_round", args=[programme.pk]), {"closes_on": "01.10.2026"})

    assert answer.context["form"].non_field_errors()
    assert not WishRound.objects.exists()


@pytest.mark.parametrize("people", [1, 30])
def test_who_has_not_answered_costs_the_same_for_one_and_for_thirty(
    client, sign_in, curator, programme, wish_round, people, django_assert_num_queries
):
    for _number in range(people):
        mentee = MenteeRecordFactory(programme=programme, person__ready=True)
        GuardianFactory(person=mentee.person)
        WishSheetFactory(mentee=MenteeRecordFactory(programme=programme, person__ready=True), round=wish_round)
    sign_in(curator)

    with django_assert_num_queries(24):
        answer = client.get(reverse("pairs:wish_round", args=[programme.pk]))

    assert (len(answer.context["rows"]), answer.context["asked"]) == (people, people * 2)


def test_sheets_and_links_are_printed_for_those_who_are_silent(client, sign_in, curator, programme, mentee, mentors):
    sign_in(curator)

    blanks = client.get(reverse("pairs:wish_blanks", args=[programme.pk]))
    links = client.post(reverse("pairs:wish_links", args=[programme.pk]))

    assert [blanks["Content-Type"], links["Content-Type"]] == ["application/pdf"] * 2
    assert blanks.content.startswith(b"%PDF")


def test_with_everybody_answered_there_is_nothing_to_print(client, sign_in, curator, programme, wish_round):
    assert sign_in(curator).get(reverse("pairs:wish_blanks", args=[programme.pk])).status_code == 302


@pytest.mark.parametrize("people", [1, 30])
def test_vetoes_cost_the_same_for_one_and_for_thirty(client, sign_in, curator, programme, mentor, people, django_assert_num_queries):
    for _number in range(people):
        VetoFactory(mentee=MenteeRecordFactory(programme=programme), mentor=mentor, given_by=curator)
    sign_in(curator)

    with django_assert_num_queries(7):
        client.get(reverse("pairs:vetoes", args=[programme.pk]))


def test_a_reason_stays_shut_until_it_is_asked_for(client, sign_in, give_role, curator, mentee, mentor):
    veto = VetoFactory(mentee=mentee, mentor=mentor, given_by=curator)
    sign_in(give_role("psychologist"))
    assert veto.reason not in client.get(reverse("pairs:vetoes", args=[mentee.programme_id])).content.decode()

    assert veto.reason in client.post(reverse("pairs:veto_reason", args=[veto.pk])).content.decode()


def test_a_veto_is_set_and_lifted(client, sign_in, curator, mentee, mentor):
    address = reverse("pairs:vetoes", args=[mentee.programme_id])
    sign_in(curator).post(address, {"mentee": mentee.pk, "mentor": mentor.pk, "side": "staff", "reason": "конфликт"})

    client.post(reverse("pairs:veto_lift", args=[Veto.objects.in_force().get().pk]))

    assert not Veto.objects.in_force().exists()
