"""What an inspection would miss in a programme, in counts."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from mentoring.common import clock
from monitoring.enums import CampaignState, Wave
from monitoring.models import Campaign, IndicatorSheet
from pairs.enums import FINISHED, PairState
from pairs.models import Meeting, Pair
from participants.models import MenteeRecord, MentorRecord
from programmes.enums import MeasureState
from programmes.models import Measure
from reports.enums import EARLIER, PAIRING, DocumentState, OrderState
from reports.models import Acknowledgement, Document, Order
from reports.queries.document_people import WORKED
from reports.queries.folder_orders import carried_orders
from reports.queries.school_state import silent

EXPECTED_KINDS = ("introduction", "appointment_of_curators", PAIRING)  # the orders every target model rests on
EXPECTED_PAPERS = ("statute", "programme")  # finished, or approved by an order of the same kind


@dataclass(frozen=True)
class Gaps:
    """`kinds`: codes of orders that nobody has signed; `papers`: of documents that nobody has finished; `scanless`: orders from paper.

    Everything else counts rows.
    """

    kinds: tuple[str, ...]
    papers: tuple[str, ...]
    scanless: tuple[Order, ...]
    orders: dict[str, int]
    drafts: int
    unread: int
    lacking_consents: int
    without_request: int
    agreed_pairs: int
    unmet_pairs: int
    silent_pairs: int
    planless_pairs: int
    unreported_pairs: int
    overdue_measures: int
    without_results: int
    entry_missing: bool
    exit_missing: bool
    indicators_missing: bool


def folder_gaps(programme) -> Gaps:
    """The number of queries does not depend on how much there is."""
    orders, carried = Order.objects.filter(programme=programme), carried_orders(programme)
    mentors, mentees = MentorRecord.objects.filter(programme=programme), MenteeRecord.objects.filter(programme=programme)
    pairs = Pair.objects.filter(programme=programme)
    met = Meeting.objects.held().filter(pair=OuterRef("pk"))
    waves = set(Campaign.objects.filter(programme=programme, state=CampaignState.CLOSED).values_list("wave", flat=True))
    there = _kinds_in_force(orders, carried)
    is_over = programme.ends_on < clock.today()
    return Gaps(
        kinds=tuple(kind for kind in EXPECTED_KINDS if kind not in there),
        papers=_unfinished_papers(programme, there),
        scanless=(*_without_scan(carried), *orders.from_paper().filter(scan=None).order_by("signed_on", "pk")),
        orders=dict(orders.order_by().values_list("state").annotate(number=Count("pk"))),
        drafts=Document.objects.filter(programme=programme, state=DocumentState.DRAFT).count(),
        unread=Acknowledgement.objects.waiting().filter(order__programme=programme, order__state=OrderState.SIGNED).count(),
        lacking_consents=mentors.present().lacking_consents().count() + mentees.present().lacking_consents().count(),
        without_request=mentees.present().filter(request="").count(),
        agreed_pairs=pairs.filter(state=PairState.AGREED).count(),
        unmet_pairs=pairs.filter(~Exists(met), state__in=FINISHED).count(),
        silent_pairs=silent(pairs).count(),
        planless_pairs=pairs.filter(state__in=WORKED, plan__isnull=True).count(),
        unreported_pairs=pairs.filter(state=PairState.COMPLETED, mentor_report__isnull=True).count(),
        overdue_measures=_overdue(programme).count(),
        without_results=mentees.filter(results="").filter(Q(completed=True) | Q(left_on__isnull=False)).count(),
        entry_missing=Wave.ENTRY not in waves,
        exit_missing=is_over and Wave.EXIT not in waves,
        indicators_missing=not IndicatorSheet.objects.filter(programme=programme).exists(),
    )


def _kinds_in_force(orders, carried: list[Order]) -> set[str]:
    """An order from paper whose kind nobody has told speaks for all that change no pairs."""
    there = {order.kind for order in carried} | set(orders.in_force().values_list("kind", flat=True))
    if EARLIER in there:
        there |= {"introduction", "appointment_of_curators", *EXPECTED_PAPERS}
    return there


def _unfinished_papers(programme, there: set[str]) -> tuple[str, ...]:
    finished = set(Document.objects.filter(programme=programme, state=DocumentState.FINAL).values_list("kind", flat=True).distinct())
    return tuple(kind for kind in EXPECTED_PAPERS if kind not in finished | there)


def _without_scan(orders: list[Order]) -> list[Order]:
    return [order for order in orders if order.state == OrderState.REGISTERED and order.scan_id is None]


def _overdue(programme):
    return Measure.objects.filter(stage__programme=programme, ends_on__lt=clock.today()).exclude(state=MeasureState.DONE)
