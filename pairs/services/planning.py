"""The individual plan of a pair and the mentor's report. The mentor of the pair writes them, or the curator for the mentor."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common import clock
from mentoring.common.refusal import Refusal
from pairs.enums import PairState
from pairs.models import MentorReport, Pair, PlanItem
from pairs.queries.plans import usual_tasks
from pairs.queries.sides import may_log, people_of
from pairs.services.rules import check_consents_of
from participants.services.consent_rules import NOT_GIVEN

CLOSED = (PairState.WITHDRAWN,)
TASK = ("section", "task", "due_on", "planned_result", "actual_result", "mark", "done_on")


@transaction.atomic
def start_plan(*, actor, pair) -> int:
    """Fill an empty plan with the usual tasks of its form; a plan that has tasks stays as it is. Returns how many were added."""
    locked = _lock(actor, pair)
    if locked.plan.exists():
        return 0
    tasks = [PlanItem(school_id=locked.school_id, pair=locked, **task) for task in usual_tasks(locked)]
    PlanItem.objects.bulk_create(tasks)
    record(actor, "plan.started", locked, tasks=len(tasks))
    return len(tasks)


@transaction.atomic
def add_task(*, actor, pair, **facts) -> PlanItem:
    """`facts`: section, task, due_on and, if known, results, mark, done_on."""
    locked = _lock(actor, pair)
    _check(locked, facts)
    item = PlanItem.objects.create(school_id=locked.school_id, pair=locked, **facts)
    record(actor, "plan.task_added", locked, task=item.task)
    return item


@transaction.atomic
def change_task(*, actor, item, **facts) -> PlanItem:
    locked = _lock(actor, item.pair)
    _check(locked, facts)
    row = PlanItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    for name in TASK:
        setattr(row, name, facts.get(name, getattr(row, name)))
    row.save(update_fields=TASK)
    record(actor, "plan.task_changed", locked, task=row.task)
    return row


@transaction.atomic
def remove_task(*, actor, item) -> None:
    locked = _lock(actor, item.pair)
    row = PlanItem.objects.filter(pk=item.pk)
    if row.delete()[0]:
        record(actor, "plan.task_removed", locked, task=item.task)


@transaction.atomic
def write_report(*, actor, pair, difficulties: str, conclusions: str, proposals: str) -> MentorReport:
    """Keep the mentor's words; written again, the newer ones stand."""
    locked = _lock(actor, pair)
    words = {"difficulties": difficulties.strip(), "conclusions": conclusions.strip(), "proposals": proposals.strip()}
    if not words["conclusions"]:
        raise Refusal(_("Write at least one conclusion: what the work has given."))
    facts = {**words, "written_by": actor, "written_at": clock.now(), "school_id": locked.school_id}
    report, _created = MentorReport.objects.update_or_create(pair=locked, defaults=facts)
    record(actor, "pair.report_written", locked)
    return report


def _lock(actor, pair) -> Pair:
    actor.must(Permission.LOG_MEETINGS)
    if not may_log(pair, actor):
        raise PermissionDenied
    locked = Pair.objects.select_for_update(of=("self",)).get(pk=pair.pk)
    if locked.state in CLOSED:
        raise Refusal(_("The proposal of this pair was withdrawn, so it has no plan."))
    check_consents_of(people_of(locked), stops=NOT_GIVEN)
    return locked


def _check(pair, facts: dict) -> None:
    done_on: datetime.date | None = facts.get("done_on")
    if done_on is not None and done_on > clock.today():
        raise Refusal(_("A task cannot be done in the future. Enter today or an earlier day."))
    due_on = facts.get("due_on")
    if due_on is not None and not pair.starts_on <= due_on <= pair.ends_on:
        sentence = _("The task must be due while the pair works: from %(first)s to %(last)s.")
        raise Refusal(sentence % {"first": f"{pair.starts_on:%d.%m.%Y}", "last": f"{pair.ends_on:%d.%m.%Y}"})
