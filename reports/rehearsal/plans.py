"""Acts of the winter and of May: plans are made and kept, some mentors write their report."""

import datetime

from accounts.enums import Role
from mentoring.common import clock
from pairs.models import Pair
from pairs.services import change_task, start_plan, write_report
from reports.rehearsal.staff import Staff
from reports.rehearsal.troupe import Troupe

KEPT_SHARE = 0.8


def make(staff: Staff, pair: Pair, on: datetime.date) -> None:
    with clock.pretend(on, hour=17):
        start_plan(actor=staff[Role.CURATOR], pair=pair)


def keep(staff: Staff, troupe: Troupe, pair: Pair, on: datetime.date) -> None:
    """Most tasks come out, each on its day; the mentor says what the work has given."""
    with clock.pretend(on, hour=17):
        for item in pair.plan.filter(due_on__lte=on):
            if troupe.chance.random() < KEPT_SHARE:
                facts = {"actual_result": troupe.pick("plan_results"), "mark": troupe.pick("plan_marks"), "done_on": item.due_on}
                change_task(actor=staff[Role.CURATOR], item=item, **facts)
        words = {name: troupe.pick(f"report_{name}") for name in ("difficulties", "conclusions", "proposals")}
        write_report(actor=staff[Role.CURATOR], pair=pair, **words)
