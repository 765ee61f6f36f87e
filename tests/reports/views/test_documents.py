"""The papers of a programme on pages."""

import pytest
from django.urls import reverse

from reports.enums import DocumentState
from reports.models import Document
from tests.factories.pairs import PairFactory, PlanItemFactory
from tests.factories.reports import DocumentFactory


@pytest.fixture
def pair(school):
    return PairFactory(active=True, programme__school=school)


def more(pair, count):
    for _number in range(count - 1):
        PairFactory(active=True, programme=pair.programme, form=pair.form, role_model=pair.role_model, kind=pair.kind)


@pytest.mark.parametrize("pairs", [1, 30])
def test_number_of_queries_does_not_grow_with_the_pairs(sign_in, curator, pair, pairs, django_assert_num_queries):
    more(pair, pairs)
    client = sign_in(curator)

    with django_assert_num_queries(12):
        client.get(reverse("reports:documents", args=[pair.programme_id]))


def test_the_page_says_what_there_is_and_what_is_missing(sign_in, curator, pair):
    paper = DocumentFactory(programme=pair.programme)
    PlanItemFactory(pair=pair)

    page = sign_in(curator).get(reverse("reports:documents", args=[pair.programme_id])).content.decode()

    assert paper.get_absolute_url() in page
    assert reverse("reports:pair_paper", args=[pair.pk, "individual_plan"]) in page
    assert reverse("reports:pair_paper", args=[pair.pk, "mentor_report"]) not in page


def test_a_protocol_is_drafted_changed_and_finished(sign_in, curator, pair):
    client, make = sign_in(curator), reverse("reports:document_make", args=[pair.programme_id, "protocol"])
    told = {"protocol_number": "3", "protocol_date": "2026-08-30", "chair": "Соколова Мария Ильинична", "vote": "за – 20"}
    told |= {"secretary": "Громова Анна Сергеевна", "present": "20", "absent": "", "questions": "О программе; Соколова М.И.; принять"}

    client.post(make, told)
    draft = Document.objects.get()
    client.post(
        reverse("reports:document_edit", args=[draft.pk]),
        told | {"title": "Протокол.", "lines": "{discussion}\nСвои слова", "version": "0"},
    )
    client.post(reverse("reports:document_finish", args=[draft.pk]))

    page = client.get(draft.get_absolute_url()).content.decode()
    draft.refresh_from_db()
    assert (draft.state, draft.title) == (DocumentState.FINAL, "Протокол")
    assert [words for words in ("СЛУШАЛИ: Соколова", "РЕШИЛИ: принять.", "Свои слова", "30 августа 2026") if words not in page] == []


@pytest.mark.parametrize("field", ["questions", "stamps"])
def test_a_misprinted_act_in_what_is_typed_is_told_at_once_and_in_the_editor(sign_in, curator, pair, field):
    lines = {"questions": "О письме № МР-42/02 от 23.01.2021; Соколова М.И.; принять", "stamps": ""}
    lines |= {"stamps": "ПРИНЯТО; Совет; по письму № МР-42/02 от 23.01.2021"} if field == "stamps" else {}
    told = {"protocol_number": "3", "protocol_date": "2026-08-30", "chair": "Соколова Мария Ильинична", "vote": "за – 20"}
    told |= {"secretary": "Громова Анна Сергеевна", "present": "20", "absent": ""} | lines
    kind = "protocol" if field == "questions" else "statute"
    client = sign_in(curator)

    made = client.post(reverse("reports:document_make", args=[pair.programme_id, kind]), told, follow=True)
    editor = client.get(reverse("reports:document_edit", args=[Document.objects.get().pk]))

    assert ["от 23.01.2020 № МР-42/02" in page.content.decode() for page in (made, editor)] == [True, True]


def test_what_is_missing_in_the_form_is_said_and_nothing_is_made(sign_in, curator, pair):
    page = sign_in(curator).post(reverse("reports:document_make", args=[pair.programme_id, "protocol"]), {"present": "20 человек"})

    assert "20 человек" in page.content.decode()
    assert Document.objects.count() == 0


@pytest.mark.parametrize("query", ["", "?pair=abc", "?pair=0", "?pair=²"])
def test_a_paper_of_a_pair_needs_its_pair(sign_in, curator, pair, query):
    url = reverse("reports:document_make", args=[pair.programme_id, "case"])

    assert sign_in(curator).get(url + query).status_code == 404


def test_both_editors_of_a_paper_list_what_may_stand_in_braces(sign_in, curator, school):
    paper = DocumentFactory(programme__school=school)
    client = sign_in(curator)

    for url in (reverse("reports:document_wording", args=["statute"]), reverse("reports:document_edit", args=[paper.pk])):
        page = client.get(url)
        assert "<dt>{table_roadmap}</dt>" in page.content.decode()
        assert "<dt>{mentor}</dt>" not in page.content.decode()
        assert page.context["remarks"] == []


def test_a_misprinted_act_in_the_wording_is_told(sign_in, curator, school):
    url = reverse("reports:document_wording", args=["statute"])
    client = sign_in(curator)
    told = {"title": "Положение", "lines": "По распоряжению от 24.12.2019 № Р-145 и {unknown}"}
    client.post(url, told | {"version": client.get(url).context["form"]["version"].value()})

    page = client.get(url).content.decode()

    assert "25.12.2019" in page
    assert "{unknown}" in page


def test_a_letter_opens_in_the_browser(sign_in, curator, pair):
    answer = sign_in(curator).get(reverse("reports:person_paper", args=[pair.programme_id, pair.mentor.person_id, "diploma"]))

    assert (answer["Content-Type"], answer.content[:4]) == ("application/pdf", b"%PDF")


def test_discarding_a_draft_asks_once_more(sign_in, curator):
    draft = DocumentFactory(programme__school=curator.school)

    text = sign_in(curator).get(draft.get_absolute_url()).content.decode()

    assert "Вернуть это будет нельзя." in text.partition(reverse("reports:document_discard", args=[draft.pk]))[2]
