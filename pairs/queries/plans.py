"""Plans of pairs: the usual tasks to start from, and the plan by its sections."""

import datetime

from mentoring.common import reference
from mentoring.common.dates import add_months
from pairs.enums import PlanSection
from programmes.enums import PersonKind

TASKS = "pairs/texts/plan.toml"
ONE_DAY = datetime.timedelta(days=1)


def is_of_teachers(pair) -> bool:
    """Does the pair help somebody to take up a teacher's post?"""
    return pair.form.mentee_kinds == [PersonKind.TEACHER]


def plan_sections(pair) -> list[PlanSection]:
    """Parts of the pair's plan in their order; only who teaches takes up a post."""
    return [section for section in PlanSection if section != PlanSection.ADAPTATION or is_of_teachers(pair)]


def usual_tasks(pair) -> list[dict]:
    """Facts of `PlanItem`s: tasks of the audience, spread over the term of the pair."""
    audience = "teacher" if is_of_teachers(pair) else "pupil"
    tasks = [task for task in reference.load(TASKS)["task"] if task["audience"] == audience]
    return [
        {"section": task["section"], "task": task["text"], "planned_result": task["result"], "due_on": _due(pair, task["after"])}
        for task in tasks
    ]


def _due(pair, months: int) -> datetime.date:
    """The last day of a month, within the work of the pair."""
    return max(pair.starts_on, min(pair.ends_on, add_months(pair.starts_on, months) - ONE_DAY))


def plan_by_sections(pair) -> list[dict]:
    """{label, tasks} of each section that has tasks."""
    items = list(pair.plan.all())
    parts = [{"label": section.label, "tasks": [item for item in items if item.section == section]} for section in PlanSection]
    return [part for part in parts if part["tasks"]]
