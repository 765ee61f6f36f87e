"""Acts of October: pairs are proposed, each side agrees, the order is returned once and then signed."""

import datetime

from accounts.enums import Role
from jobs.models import Job
from jobs.services import run
from mentoring.common import clock
from pairs.models import Pair
from pairs.services import propose_pair, record_agreement
from programmes.models import Form, Kind
from reports.models import Order
from reports.rehearsal.bases import find_record
from reports.rehearsal.staff import Staff
from reports.rehearsal.tandems import Tandem
from reports.services import prepare_order, return_order, send_order, sign_order


def propose(staff: Staff, programme, tandem: Tandem, starts_on: datetime.date) -> Pair:
    form = Form.objects.get(code=tandem.form)
    return propose_pair(
        actor=staff[Role.CURATOR],
        programme=programme,
        mentor=find_record(programme, tandem.mentor),
        mentees=[find_record(programme, row) for row in tandem.mentees],
        form=form,
        role_model=form.role_models.get(code=tandem.role_model),
        kind=Kind.objects.get(code="group" if len(tandem.mentees) > 1 else "traditional"),
        starts_on=starts_on,
        ends_on=programme.ends_on,
    )


def agree(staff: Staff, pair: Pair) -> None:
    """Every side says yes: the mentor, each mentee; for a minor the guardian."""
    for person in [pair.mentor.person, *pair.mentee_people]:
        record_agreement(actor=staff[Role.CURATOR], pair=pair, person=person, given_on=clock.today())


def draft_order(staff: Staff, programme, pairs: list[Pair]) -> Order:
    order = prepare_order(actor=staff[Role.CURATOR], programme=programme, pairs=pairs)
    send_order(actor=staff[Role.CURATOR], order=order)
    return order


def return_once_and_sign(staff: Staff, order: Order, *, remark: str, on: datetime.date) -> Order:
    """The director returns the order with a remark, the curator sends it again, the director signs it `on`."""
    return_order(actor=staff[Role.DIRECTOR], order=order, note=remark)
    send_order(actor=staff[Role.CURATOR], order=order)
    with clock.pretend(on, hour=15):
        order = sign_order(actor=staff[Role.DIRECTOR], order=order)
    run_waiting_jobs()
    order.refresh_from_db()
    return order


def run_waiting_jobs() -> None:
    """Do here what a worker would do: a rehearsal does not wait for one."""
    for job in Job.objects.unfinished():
        run(job.pk)
