"""What needs the curator's attention in a pair: one table of rules for the list, the page of the pair and the home page."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Value, When
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import now, today
from pairs.enums import PairState
from pairs.models import Amendment, Meeting, PairMentee, PairRequest
from participants.enums import NEEDED_TO_PAIR, ConsentPurpose
from participants.models import Consent

SILENCE = datetime.timedelta(days=30)
UNANSWERED = datetime.timedelta(days=14)
NEAR_END = datetime.timedelta(days=14)
CALM = 99
ASKED_OF_MENTORS = (*NEEDED_TO_PAIR, ConsentPurpose.MENTOR_AGREEMENT)


@dataclass(frozen=True)
class Rule:
    """`condition()` is asked of a row of pairs, None when no row can meet it; the first rule that holds is the reason shown in the list."""

    code: str
    sentence: str
    condition: Callable[[], Q | None]
    tone: str = "wait"


def _consent_withdrawn() -> Q | None:
    """Withdrawals are rare, so the page asks for the full condition only when there is one."""
    withdrawn = Consent.objects.filter(purpose__in=ASKED_OF_MENTORS, withdrawal__isnull=False)
    people = list(withdrawn.values_list("person_id", flat=True))
    if not people:
        return None
    in_force = Consent.objects.in_force(today()).filter(person=OuterRef("person"), purpose=OuterRef("purpose"))
    gone = Consent.objects.filter(~Exists(in_force), withdrawal__isnull=False, person__in=people)
    seats = PairMentee.objects.filter(pair=OuterRef("pk"), finished_on__isnull=True).values("mentee__person")
    of_mentor = Exists(gone.filter(person=OuterRef("mentor__person"), purpose__in=ASKED_OF_MENTORS))
    of_mentee = Exists(seats.filter(Exists(gone.filter(person=OuterRef("mentee__person"), purpose__in=NEEDED_TO_PAIR))))
    return Q(of_mentor | of_mentee, state__in=(PairState.AGREED, PairState.IN_ORDER, PairState.ACTIVE, PairState.SUSPENDED))


def _among(pair_ids) -> Q | None:
    """A few pairs by their keys: cheaper for the list than a subquery in every row."""
    found = list(pair_ids.values_list("pair_id", flat=True))
    return Q(pk__in=found) if found else None


def _silent() -> Q:
    """Thirty days since the order and since the last meeting."""
    since = today() - SILENCE
    met = Meeting.objects.held().filter(pair=OuterRef("pk"), held_on__gt=since)
    return Q(~Exists(met), state=PairState.ACTIVE, starts_on__lte=since)


RULES = (
    Rule("consent", _("A consent is withdrawn"), _consent_withdrawn, "bad"),
    Rule("request", _("A request waits for an answer"), lambda: _among(PairRequest.objects.open()), "bad"),
    Rule("overdue", _("The term is over"), lambda: Q(state=PairState.ACTIVE, ends_on__lt=today()), "bad"),
    Rule("silent", _("No meeting for 30 days"), _silent, "bad"),
    Rule("no_order", _("Agreed, without an order"), lambda: Q(state=PairState.AGREED)),
    Rule("order_due", _("An amending order is due"), lambda: _among(Amendment.objects.awaiting_order())),
    Rule("agreement", _("No agreement for 14 days"), lambda: Q(state=PairState.PROPOSED, proposed_at__lte=now() - UNANSWERED)),
    Rule("suspended", _("The work is suspended"), lambda: Q(state=PairState.SUSPENDED)),
    Rule("ends", _("Ends within 14 days"), lambda: Q(state=PairState.ACTIVE, ends_on__range=(today(), today() + NEAR_END))),
)
BY_CODE = {rule.code: rule for rule in RULES}


def with_attention(rows):
    """Add `attention`: the place of the first rule that holds in `RULES`, or `CALM`."""
    conditions = ((place, rule.condition()) for place, rule in enumerate(RULES))
    cases = [When(condition, then=Value(place)) for place, condition in conditions if condition is not None]
    return rows.annotate(attention=Case(*cases, default=Value(CALM), output_field=IntegerField()))


def reason_of(pair) -> Rule | None:
    """The rule behind `attention`, for rows of `with_attention()`."""
    return RULES[pair.attention] if pair.attention != CALM else None


def reasons_of(pair) -> list[Rule]:
    """Every rule that holds for one pair, for its page."""
    conditions = {rule.code: rule.condition() for rule in RULES}
    flags = {
        code: Case(When(condition, then=Value(1)), default=Value(0)) for code, condition in conditions.items() if condition is not None
    }
    flags = {f"rule_{code}": flag for code, flag in flags.items()}
    found = type(pair).objects.filter(pk=pair.pk).annotate(**flags).values(*flags).get()
    return [rule for rule in RULES if found.get(f"rule_{rule.code}")]
