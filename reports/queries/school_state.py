"""How far the school has come, in a dozen counts: the source of «Today», the first-day checklist and the figures."""

import datetime
from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef

from mentoring.common import clock
from monitoring.models import Invitation
from pairs.models import Meeting, Pair, PairMentee, PairRequest
from pairs.queries.candidates import with_places_left
from participants.models import MenteeRecord, MentorRecord
from programmes.models import Programme
from reports.models import Order

SILENCE = datetime.timedelta(days=30)


@dataclass(frozen=True)
class SchoolState:
    """Counts of the programmes that run now; `pairs` and `orders` by state."""

    programme: Programme | None  # the newest that runs
    mentors: int
    mentees: int
    lacking_consents: int
    free_mentors: int
    waiting_mentees: int
    pairs: Counter
    orders: Counter
    meetings: int
    unanswered: int
    silent_pairs: int
    requests: int = 0

    @property
    def people(self) -> int:
        return self.mentors + self.mentees


def running_programmes(actor):
    return Programme.objects.visible_to(actor).filter(ends_on__gte=clock.today())


def school_state(actor) -> SchoolState:
    """The number of queries does not depend on how much there is."""
    programmes = list(running_programmes(actor).order_by("-starts_on", "-pk"))
    mentors = MentorRecord.objects.filter(programme__in=programmes).present()
    mentees = MenteeRecord.objects.filter(programme__in=programmes).present()
    pairs = Pair.objects.filter(programme__in=programmes)
    open_place = PairMentee.objects.filter(mentee=OuterRef("pk"), finished_on__isnull=True)
    return SchoolState(
        programme=programmes[0] if programmes else None,
        mentors=mentors.count(),
        mentees=mentees.count(),
        lacking_consents=mentors.lacking_consents().count() + mentees.lacking_consents().count(),
        free_mentors=with_places_left(mentors.ready()).filter(places_left__gt=0).count(),
        waiting_mentees=mentees.ready().filter(~Exists(open_place)).count(),
        pairs=_by_state(pairs),
        orders=_by_state(Order.objects.filter(programme__in=programmes)),
        meetings=Meeting.objects.held().filter(pair__programme__in=programmes).count(),
        unanswered=Invitation.objects.waiting().filter(campaign__programme__in=programmes).count(),
        silent_pairs=silent(pairs).count(),
        requests=PairRequest.objects.open().filter(pair__in=pairs).count(),
    )


def silent(pairs):
    """Active pairs whose order and whose last meeting are both older than thirty days."""
    since = clock.today() - SILENCE
    met = Meeting.objects.held().filter(pair=OuterRef("pk"), held_on__gt=since)
    fixed = Order.objects.filter(pairs=OuterRef("pk"), signed_on__lte=since)
    return pairs.active().filter(Exists(fixed), ~Exists(met))


def _by_state(rows) -> Counter:
    return Counter(dict(rows.order_by().values_list("state").annotate(number=Count("pk"))))
