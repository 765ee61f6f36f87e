import pytest
from django.urls import reverse

from pairs.models import Introduction
from pairs.services.runs import plan_introductions


@pytest.fixture
def client(sign_in, curator):
    return sign_in(curator)


@pytest.fixture
def planned(curator, run):
    plan_introductions(actor=curator, run=run)
    return run


def answers(rows, **words):
    data = {"met-TOTAL_FORMS": len(rows), "met-INITIAL_FORMS": len(rows)}
    for number, row in enumerate(rows):
        data |= {f"met-{number}-id": row.pk} | {f"met-{number}-{name}": value for name, value in words.items()}
    return data


def test_from_the_plan_to_the_board(client, run):
    client.post(reverse("pairs:introductions_plan", args=[run.pk]))
    mentee = run.plan["pairs"][0][0]
    rows = list(Introduction.objects.filter(mentee=mentee))
    address = reverse("pairs:introductions_of", args=[run.pk, mentee])

    saved = client.post(address, answers(rows, met_on="2026-11-09", mentee_says="no", mentor_says="yes"))
    page = client.get(reverse("pairs:introductions", args=[run.pk]))
    client.post(reverse("pairs:introductions_apply", args=[run.pk]), {"version": run.version})

    assert saved.url != address
    assert page.context["answered"] == 1
    run.refresh_from_db()
    assert sorted(run.forbidden) == sorted([row.mentee_id, row.mentor_id] for row in rows)


def test_a_word_without_a_day_is_told_and_nothing_is_kept(client, planned):
    mentee = planned.plan["pairs"][0][0]
    rows = list(Introduction.objects.filter(mentee=mentee))

    page = client.post(
        reverse("pairs:introductions_of", args=[planned.pk, mentee]), answers(rows, met_on="", mentee_says="yes", mentor_says="")
    )

    assert "Укажите день встречи" in page.content.decode()
    assert not Introduction.objects.answered().exists()


def test_a_mentee_without_candidates_has_no_page(client, run):
    assert client.get(reverse("pairs:introductions_of", args=[run.pk, 999])).status_code == 404
