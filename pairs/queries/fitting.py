"""Who fits whom in a programme today."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from django.db.models import Count, Exists, OuterRef, Q

from pairs.enums import PairState
from pairs.fitting.fit import Fit
from pairs.fitting.judging import judge
from pairs.models import PairMentee
from pairs.queries.candidates import with_places_left
from pairs.queries.facts import mentee_facts, mentor_facts
from pairs.queries.setting import classes_led, first_mentees, policy_of, setting_of
from participants.models import MenteeRecord, MentorRecord


def fit_of(programme, weights: Mapping[str, str] | None = None, *, mentee: int | None = None, mentor: int | None = None) -> Fit:
    """The judgement over everybody of the programme who is present and in no pair, or over one `mentee` or `mentor` record.

    `weights` (criterion → level, as in `MatchingPolicy.levels`) are tried instead of the programme's own.
    """
    return _judge(programme, weights, mentee=mentee, mentor=mentor)


def _judge(programme, weights, *, mentee=None, mentor=None, working: Mapping[int, int] = MappingProxyType({})) -> Fit:
    """`working` mentees are judged although they have a mentor, and their places count as free."""
    mentors = list(with_places_left(_present(MentorRecord, programme, mentor)))
    freed = Counter(working.values())
    for record in mentors:
        record.places_left += freed[record.pk]
    open_place = PairMentee.objects.filter(mentee=OuterRef("pk"), finished_on__isnull=True)
    mentees = _present(MenteeRecord, programme, mentee).filter(~Exists(open_place) | Q(pk__in=list(working)))
    policy = policy_of(programme)
    leads, first = classes_led(programme.school_id), first_mentees(policy)
    return judge(
        [mentee_facts(record, priority=record.pk in first) for record in mentees],
        [mentor_facts(record, leads.get(record.person.user_id, frozenset())) for record in mentors],
        setting_of(policy, weights),
    )


def refit_of(programme, weights: Mapping[str, str] | None = None) -> tuple[Fit, dict[int, int]]:
    """The judgement for a rematch, and mentee -> mentor of the pairs that may be changed: those of one mentee that work.

    A pair that the rules of today would not allow is left alone: to end it is a decision of its own.
    """
    working = dict(
        PairMentee.objects.filter(pair__programme=programme, pair__state=PairState.ACTIVE, finished_on__isnull=True)
        .annotate(seats=Count("pair__seats", filter=Q(pair__seats__finished_on__isnull=True)))
        .filter(seats=1)
        .values_list("mentee_id", "pair__mentor_id")
    )
    fit = _judge(programme, weights, working=working)
    kept = {mentee: mentor for mentee, mentor in working.items() if (mentee, mentor) in fit.scores}
    if len(kept) < len(working):
        fit = _judge(programme, weights, working=kept)
    return replace(fit, priority=fit.priority | kept.keys()), kept


def _present(model, programme, key: int | None):
    rows = model.objects.filter(programme=programme, **({} if key is None else {"pk": key}))
    return rows.present().with_readiness().select_related("person").prefetch_related("topics").order_by("pk")
