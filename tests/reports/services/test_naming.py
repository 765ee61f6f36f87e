"""Papers name nobody who has not allowed it."""

import pytest
from django.urls import reverse

from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from participants.services import withdraw_consent
from reports.models import Document
from reports.services import finish_document, prepare_document
from reports.services.naming import without_refusals
from tests.factories.pairs import PairFactory
from tests.factories.participants import ConsentFactory


@pytest.fixture
def pair(school):
    pair = PairFactory(active=True, programme__school=school)
    mentor = pair.mentor.person
    mentor.surname, mentor.name, mentor.patronymic = "Дубов", "Пётр", "Ильич"
    mentor.save()
    return pair


@pytest.fixture
def case(curator, pair):
    """Call it with what the pair did."""

    def make(*actions):
        details = {"problem": ["математика"], "actions": list(actions), "results": [], "advice": []}
        return prepare_document(actor=curator, programme=pair.programme, kind="case", details=details, pair=pair)

    return make


def withdraw(curator, person):
    withdraw_consent(actor=curator, consent=person.consents.get(purpose="processing"), withdrawn_on=today())


@pytest.mark.parametrize("words", ["Дубов помог с дробями", "Занимались с Дубовым Петром", "Спасибо Дубову!"])
def test_a_case_for_the_site_names_nobody_without_the_consent_to_publication(curator, pair, case, words):
    draft = case(words)
    with pytest.raises(Refusal, match="Дубов"):
        finish_document(actor=curator, document=draft)
    assert Document.objects.get().state == "draft"

    ConsentFactory(person=pair.mentor.person, purpose="publication")

    assert finish_document(actor=curator, document=draft).state == "final"


def test_a_case_without_names_and_with_a_word_like_a_name_is_finished(curator, case):
    assert finish_document(actor=curator, document=case("Посадили дубовую рощу")).state == "final"


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_no_paper_of_a_pair_is_made_or_finished_after_a_withdrawal(curator, pair, case, who):
    draft = case("дроби")
    withdraw(curator, pair.mentor.person if who == "mentor" else pair.mentee_people[0])

    with pytest.raises(Refusal, match="отозвано"):
        finish_document(actor=curator, document=draft)
    with pytest.raises(Refusal, match="отозвано"):
        case("дроби")


def test_letters_and_plans_of_a_person_who_refused_are_not_printed(sign_in, curator, pair):
    mentor = pair.mentor.person
    withdraw(curator, mentor)
    client = sign_in(curator)

    letter = client.get(reverse("reports:person_paper", args=[pair.programme_id, mentor.pk, "diploma"]), follow=True)
    plan = client.get(reverse("reports:pair_paper", args=[pair.pk, "individual_plan"]), follow=True)

    assert ["обработка персональных данных – отозвано" in page.text for page in (letter, plan)] == [True, True]
    assert without_refusals([mentor, pair.mentee_people[0]]) == pair.mentee_people[:1]
