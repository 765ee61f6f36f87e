"""The plan of a pair on a page."""

import pytest
from django.urls import reverse

from accounts.enums import Role
from tests.factories.accounts import MembershipFactory
from tests.factories.pairs import PairFactory, PlanItemFactory


@pytest.fixture
def pair(school):
    return PairFactory(active=True, programme__school=school, group=2)


@pytest.mark.parametrize("tasks", [1, 30])
def test_number_of_queries_does_not_grow_with_the_tasks(sign_in, curator, pair, tasks, django_assert_num_queries):
    PlanItemFactory.create_batch(tasks, pair=pair)
    client = sign_in(curator)

    with django_assert_num_queries(6):
        client.get(reverse("pairs:plan", args=[pair.pk]))


def test_a_mentee_of_a_group_reads_the_plan_without_the_other_names_and_does_not_write(sign_in, school, pair):
    mentee, other = pair.mentee_people
    member = MembershipFactory(school=school, role=Role.MENTEE)
    mentee.user = member.user
    mentee.save()
    PlanItemFactory(pair=pair)
    client, url = sign_in(member), reverse("pairs:plan", args=[pair.pk])

    page = client.get(url).content.decode()

    assert "Беседа с наставником" in page
    assert other.surname not in page
    assert client.post(url, {"task": "Своё"}).status_code == 403


def test_what_was_typed_stays_when_the_day_is_wrong(sign_in, curator, pair):
    url = reverse("pairs:plan", args=[pair.pk])

    page = sign_in(curator).post(url, {"task": "Свой проект", "section": "2_development", "due_on": "2030-01-01"})

    assert "Свой проект" in page.content.decode()
    assert pair.plan.count() == 0


@pytest.mark.parametrize("kinds, taken", [(["pupil"], 0), (["teacher"], 1)])
def test_only_who_teaches_takes_up_a_post(sign_in, curator, pair, kinds, taken):
    pair.form.mentee_kinds = kinds
    pair.form.save()
    told = {"task": "Документы учителя", "section": "2_adaptation", "due_on": pair.ends_on.isoformat()}

    sign_in(curator).post(reverse("pairs:plan", args=[pair.pk]), told)

    assert pair.plan.count() == taken


def test_the_task_and_the_report_are_written_on_their_pages(sign_in, curator, pair):
    client, item = sign_in(curator), PlanItemFactory(pair=pair)
    told = {"task": item.task, "section": item.section, "due_on": item.due_on.isoformat(), "mark": "справился", "done_on": ""}

    client.post(reverse("pairs:task", args=[item.pk]), told)
    client.post(reverse("pairs:report", args=[pair.pk]), {"conclusions": "Стало лучше", "difficulties": "", "proposals": ""})

    item.refresh_from_db()
    pair.refresh_from_db()
    assert (item.mark, pair.mentor_report.conclusions) == ("справился", "Стало лучше")
