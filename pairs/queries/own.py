"""A participant's own pairs, as cards on the home page and on «My pairs»."""

from django.db.models import Case, Count, Max, Q, Value, When

from accounts.permissions import Permission
from pairs.enums import PairState
from pairs.models import Pair
from pairs.queries.meetings import CYCLE, next_meeting_type
from pairs.queries.sides import belongs_to, is_led_by

ORDER = Case(
    When(state=PairState.ACTIVE, then=Value(0)), When(state__in=(PairState.COMPLETED, PairState.ENDED), then=Value(2)), default=Value(1)
)


def own_pairs(actor) -> list[Pair]:
    """Pairs for templates/pairs/_my_pairs.html, active ones first.

    Each carries `card_mentees` (the people the actor may see), `others` (how many more are in the group), `is_own` (the actor
    leads it), `may_log`, `next_type`, `meetings_held` and `last_met`.
    """
    held = Q(meetings__took_place=True)
    cycle = {f"had_{step}": Count("meetings", filter=held & Q(meetings__type=step), distinct=True) for step in CYCLE}
    mine = Pair.objects.filter(pk__in=Pair.objects.visible_to(actor).order_by().values("pk")).exclude(state=PairState.WITHDRAWN)
    if actor.may(Permission.VIEW_PAIRS):
        mine = mine.led_by(actor.user_id)  # staff see all pairs; their own are those they lead
    rows = (
        mine.with_names()
        .prefetch_related("seats__mentee__person__guardians")
        .annotate(
            meetings_held=Count("meetings", filter=held, distinct=True),
            last_met=Max("meetings__held_on", filter=held),
            place=ORDER,
            **cycle,
        )
    )
    return [_as_card(pair, actor) for pair in rows.order_by("place", "mentor__person__surname", "pk")]


def _as_card(pair, actor):
    pair.is_own = is_led_by(pair, actor)
    pair.may_log = pair.is_own and pair.state == PairState.ACTIVE and actor.may(Permission.LOG_MEETINGS)
    people = pair.mentee_people
    mine = people if pair.is_own else [person for person in people if belongs_to(person, actor)]
    pair.card_mentees, pair.others = mine, len(people) - len(mine)
    pair.next_type = next_meeting_type({step for step in CYCLE if getattr(pair, f"had_{step}")})
    return pair
