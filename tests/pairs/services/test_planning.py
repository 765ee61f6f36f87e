"""The individual plan and the mentor's report."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied

from accounts.enums import Role
from mentoring.common import clock
from mentoring.common.refusal import Refusal
from pairs.enums import PlanSection
from pairs.models import PlanItem
from pairs.services import add_task, change_task, remove_task, start_plan, write_report
from tests.factories.accounts import MembershipFactory
from tests.factories.pairs import PairFactory, PlanItemFactory


@pytest.fixture
def pair(school):
    return PairFactory(active=True, programme__school=school)


def test_an_empty_plan_begins_with_tasks_within_the_work_of_the_pair(curator, pair):
    assert start_plan(actor=curator, pair=pair) == pair.plan.count() > 0

    days = list(pair.plan.values_list("due_on", flat=True))
    assert all(pair.starts_on <= day <= pair.ends_on for day in days)
    assert start_plan(actor=curator, pair=pair) == 0


def test_teachers_get_the_tasks_of_teachers(curator, pair):
    pair.form.mentee_kinds = ["teacher"]
    pair.form.save()

    start_plan(actor=curator, pair=pair)

    assert pair.plan.filter(task__contains="уроков", section=PlanSection.DEVELOPMENT).exists()
    assert pair.plan.filter(task__contains="документами и традициями", section=PlanSection.ADAPTATION).exists()


def test_the_mentor_of_the_pair_writes_and_another_mentor_does_not(school, pair):
    mentor, stranger = (MembershipFactory(school=school, role=Role.MENTOR) for _one in range(2))
    pair.mentor.person.user = mentor.user
    pair.mentor.person.save()
    facts = {"section": PlanSection.DEVELOPMENT, "task": "Проект", "due_on": pair.ends_on}

    add_task(actor=mentor, pair=pair, **facts)

    with pytest.raises(PermissionDenied):
        add_task(actor=stranger, pair=pair, **facts)
    assert pair.plan.count() == 1


@pytest.mark.parametrize("facts", [{"due_on": datetime.date(2030, 1, 1)}, {"done_on": datetime.date(2030, 1, 1)}])
def test_impossible_days_are_refused_and_nothing_changes(curator, pair, facts):
    item = PlanItemFactory(pair=pair)

    with pytest.raises(Refusal):
        change_task(actor=curator, item=item, **facts)

    assert PlanItem.objects.get(pk=item.pk).due_on == item.due_on


def test_a_task_is_noted_and_taken_out(curator, pair):
    item = PlanItemFactory(pair=pair)

    change_task(actor=curator, item=item, done_on=clock.today(), mark="справился")
    assert pair.plan.done().get().mark == "справился"

    remove_task(actor=curator, item=item)
    remove_task(actor=curator, item=item)
    assert pair.plan.count() == 0


def test_a_report_without_a_conclusion_is_refused_and_a_newer_one_stands(curator, pair):
    with pytest.raises(Refusal):
        write_report(actor=curator, pair=pair, difficulties="", conclusions="  ", proposals="")

    for words in ("Стало лучше", "Стало намного лучше"):
        write_report(actor=curator, pair=pair, difficulties="", conclusions=words, proposals="")

    pair.refresh_from_db()
    assert pair.mentor_report.conclusions == "Стало намного лучше"
