"""For a demonstration the running school year has begun too: every role finds something to do, and logins are written down."""

import datetime

from django.conf import settings

from accounts.enums import Role
from accounts.models import Membership
from mentoring.common import clock
from monitoring.enums import Phase, Wave
from monitoring.services import open_campaign
from participants.enums import ImportBase
from programmes.enums import MeasureState
from programmes.models import Measure
from programmes.services import create_programme, set_measure_state
from reports.rehearsal import bases, meetings, pairing
from reports.rehearsal.staff import PASSWORD, Staff
from reports.rehearsal.tandems import Caster
from reports.rehearsal.troupe import MATERIAL
from reports.rehearsal.year import FORMS, Year
from reports.services import sign_order

ACTIVE, WITH_DIRECTOR, PROPOSED = 8, 4, 2  # tandems of the running year by how far they have come; the rest wait


def begin_next_year(last: Year) -> Year:
    """Play the autumn up to today: active pairs, an order on the director's desk, people without consents or a pair."""
    year = Year(troupe=last.troupe, staff=last.staff, start=last.start.replace(year=last.start.year + 1))
    today = clock.today()

    def by(month: int, day: int) -> datetime.date:
        return min(today, year.day(month, day))

    with clock.pretend(by(9, 3)):
        _open_programme(year)
    with clock.pretend(by(9, 18)):
        _fill_bases(year)
    with clock.pretend(by(10, 2)):
        year.pairs = [
            pairing.propose(year.staff, year.programme, tandem, by(10, 12)) for tandem in year.tandems[: ACTIVE + WITH_DIRECTOR + PROPOSED]
        ]
        for pair in year.pairs[: ACTIVE + WITH_DIRECTOR]:
            pairing.agree(year.staff, pair)
    with clock.pretend(by(10, 9)):
        order = pairing.draft_order(year.staff, year.programme, year.pairs[:ACTIVE])
        sign_order(actor=year.staff[Role.DIRECTOR], order=order)
        pairing.run_waiting_jobs()
    _begin_work(year, first=by(10, 14), today=today)
    pairing.draft_order(year.staff, year.programme, year.pairs[ACTIVE : ACTIVE + WITH_DIRECTOR])
    return year


def _open_programme(year: Year) -> None:
    year.programme = create_programme(
        actor=year.staff[Role.CURATOR],
        preset="target_model",
        title=MATERIAL["school"]["programme"],
        starts_on=year.start,
        ends_on=year.day(5, 31),
        forms=list(FORMS),
    )
    for measure in Measure.objects.filter(stage__programme=year.programme, stage__number=1):
        set_measure_state(actor=year.staff[Role.CURATOR], measure=measure, state=MeasureState.DONE)


def _fill_bases(year: Year) -> None:
    caster = Caster(year.troupe, year.start)
    year.tandems = caster.cast(FORMS, copies=1)
    mentees = [row for tandem in year.tandems for row in tandem.mentees]
    bases.bring_in(year.staff, year.programme, ImportBase.MENTEES, mentees, "База наставляемых.xlsx")
    bases.bring_in(year.staff, year.programme, ImportBase.MENTORS, [tandem.mentor for tandem in year.tandems], "База наставников.xlsx")
    people = [bases.find_record(year.programme, tandem.mentor).person for tandem in year.tandems]
    people += [bases.find_record(year.programme, row).person for row in mentees]
    bases.gather_consents(year.staff, people, without=3)
    bases.leave_unfinished(year.staff, year.programme, [*_with_defects(caster), mentees[0]])


def _with_defects(caster: Caster) -> list[dict]:
    """Rows as they come from class teachers: an impossible day, a place that is no number, half a name."""
    rows = [caster.mentee(role) for role in MATERIAL["role"][:4]]
    rows[0] |= {"birth_date": "31.02.2013"}
    rows[1] |= {"experience_years": "нет"}
    rows[2] |= {"name": rows[2]["name"].split()[0]}
    return rows


def _begin_work(year: Year, first: datetime.date, today: datetime.date) -> None:
    for pair, tandem in zip(year.pairs[:ACTIVE], year.tandems, strict=False):
        meetings.meet(year.staff, year.troupe, pair, tandem.topics, first=first, last=today, closing=False)
    for phase in Phase:
        open_campaign(actor=year.staff[Role.CURATOR], programme=year.programme, phase=phase, wave=Wave.ENTRY)
    group = year.pairs[0]
    bases.admit(year.staff, group.mentor.person, Role.MENTOR, "mentor")
    bases.admit(year.staff, group.mentee_people[0], Role.MENTEE, "mentee")


def write_logins(staff: Staff) -> None:
    """One line a role: role, login name, password. `script/server` prints the file."""
    lines = [
        f"{membership.get_role_display():<28}{membership.user.username:<20}{PASSWORD}"
        for membership in Membership.objects.active().with_names().filter(school=staff.school).order_by("pk")
    ]
    (settings.VAR / "logins.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
