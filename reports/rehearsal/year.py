"""One school year from the first day to the report."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from django_scopes import scope

from accounts.enums import Role
from mentoring.common import clock
from mentoring.common.dates import school_year_bounds
from monitoring.enums import Wave
from pairs.models import Meeting, Pair
from pairs.services import complete_pair, end_pair
from participants.enums import ImportBase
from participants.models import Person
from programmes.enums import MeasureState
from programmes.models import Measure, Programme
from programmes.services import create_programme, set_measure_state
from reports.models import Order
from reports.rehearsal import bases, measuring, meetings, pairing, plans
from reports.rehearsal.staff import Staff, hire
from reports.rehearsal.tandems import Caster, Tandem
from reports.rehearsal.troupe import MATERIAL, Troupe

FORMS = ("pupil_pupil", "teacher_teacher", "student_pupil", "employer_pupil", "teacher_pupil")
INTERIM_SCORES, FINAL_SCORES = [2, 1, 1, 2, 1, 1, 1, 1, 1], [2, 2, 1, 2, 2, 2, 1, 2, 2]


@dataclass
class Year:
    """What the rehearsal has made so far; `start` is the 1 September of the year it plays."""

    troupe: Troupe
    staff: Staff
    start: datetime.date
    programme: Programme | None = None
    tandems: list[Tandem] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)

    def day(self, month: int, day: int) -> datetime.date:
        """A day of this school year: months from September belong to its first half."""
        return datetime.date(self.start.year + (month < 9), month, day)


def last_whole_year(today: datetime.date) -> datetime.date:
    """The 1 September of the last school year that has ended."""
    start, _end = school_year_bounds(today)
    return start.replace(year=start.year - 1)


def play(*, seed: int, demo: bool, in_may: Callable[[Year], object] | None = None) -> Year:
    """Play the last whole school year in a new school; `in_may` looks at it while the pairs still work.

    The school's scope is closed again on return.
    """
    troupe, start = Troupe(seed), last_whole_year(clock.today())
    with clock.pretend(start - datetime.timedelta(days=7)):
        year = Year(troupe=troupe, staff=hire(troupe, demo=demo), start=start)
    with scope(school=year.staff.school):
        prepare(year)
        fill_bases(year)
        form_pairs(year)
        work(year)
        if in_may:
            with clock.pretend(year.day(5, 20), hour=12):
                in_may(year)
        close(year)
    return year


def prepare(year: Year) -> None:
    with clock.pretend(year.day(9, 2)):
        year.programme = create_programme(
            actor=year.staff[Role.CURATOR],
            preset="target_model",
            title=MATERIAL["school"]["programme"],
            starts_on=year.start,
            ends_on=year.day(5, 31),
            forms=list(FORMS),
        )


def fill_bases(year: Year) -> None:
    """Import both sheets, record consents; the last two mentees bring theirs too late to be paired."""
    caster = Caster(year.troupe, year.start)
    year.tandems = caster.cast(FORMS, copies=1)
    late = [caster.mentee(role) for role in MATERIAL["role"][:2]]
    mentees = [row for tandem in year.tandems for row in tandem.mentees] + late
    with clock.pretend(year.day(9, 20)):
        bases.bring_in(year.staff, year.programme, ImportBase.MENTEES, mentees, "База наставляемых.xlsx")
    with clock.pretend(year.day(10, 5)):
        bases.bring_in(year.staff, year.programme, ImportBase.MENTORS, [tandem.mentor for tandem in year.tandems], "База наставников.xlsx")
    with clock.pretend(year.day(10, 12)):
        people = list(Person.objects.filter(mentorrecords__programme=year.programme))
        people += [bases.find_record(year.programme, row).person for row in mentees]
        bases.gather_consents(year.staff, people, without=len(late))


def form_pairs(year: Year) -> None:
    with clock.pretend(year.day(10, 20)):
        year.pairs = [pairing.propose(year.staff, year.programme, tandem, year.day(11, 1)) for tandem in year.tandems]
    with clock.pretend(year.day(10, 24)):
        for pair in year.pairs:
            pairing.agree(year.staff, pair)
    with clock.pretend(year.day(10, 27)):
        order = pairing.draft_order(year.staff, year.programme, year.pairs)
        remark = year.troupe.pick("director_remarks")
        year.orders.append(pairing.return_once_and_sign(year.staff, order, remark=remark, on=year.day(10, 30)))


def work(year: Year) -> None:
    """Entry wave, meetings, the interim sheet; one pair ends in February for a good reason."""
    measuring.measure(year.staff, year.troupe, year.programme, Wave.ENTRY, year.day(11, 2))
    leaving = year.pairs[-1]
    for pair, tandem in zip(year.pairs, year.tandems, strict=True):
        first = year.day(11, 9) + datetime.timedelta(days=year.troupe.chance.randint(0, 6))
        last = year.day(2, 10) if pair == leaving else year.day(5, 18)
        meetings.meet(year.staff, year.troupe, pair, tandem.topics, first=first, last=last)
        plans.make(year.staff, pair, first + datetime.timedelta(days=28))
        plans.keep(year.staff, year.troupe, pair, last)
    measuring.fill_sheet(year.staff, year.programme, INTERIM_SCORES, year.day(1, 20))
    with clock.pretend(year.day(2, 12)):
        end_pair(actor=year.staff[Role.CURATOR], pair=leaving, on=clock.today(), note="Семья наставляемого переезжает в другой город")


def close(year: Year) -> None:
    measuring.measure(year.staff, year.troupe, year.programme, Wave.EXIT, year.day(5, 11))
    measuring.fill_sheet(year.staff, year.programme, FINAL_SCORES, year.day(5, 26))
    with clock.pretend(year.day(5, 29)):
        for pair in year.pairs[:-1]:
            complete_pair(actor=year.staff[Role.CURATOR], pair=pair, on=clock.today(), note=meetings.closing_words(year.troupe))
        for measure in Measure.objects.filter(stage__programme=year.programme):
            set_measure_state(actor=year.staff[Role.CURATOR], measure=measure, state=MeasureState.DONE)


def counts(year: Year) -> dict[str, int]:
    with scope(school=year.staff.school):
        return {
            "people": Person.objects.count(),
            "pairs": Pair.objects.filter(programme=year.programme).count(),
            "meetings": Meeting.objects.filter(pair__programme=year.programme).count(),
            "answered": sum(campaign.invitations.exclude(answered_at=None).count() for campaign in year.programme.campaigns.all()),
            "orders": Order.objects.filter(programme=year.programme).count(),
        }
