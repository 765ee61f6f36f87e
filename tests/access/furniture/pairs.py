import datetime

from tests.factories.pairs import (
    AmendmentFactory,
    ConcernFactory,
    MeetingFactory,
    PairFactory,
    PairRequestFactory,
    PlanItemFactory,
    SafeguardingLeadFactory,
)


def pair_keys(pair, agreed, curator) -> dict:
    return {
        "pair": pair.pk,
        "replaced": PairFactory(programme=pair.programme, follows=agreed).pk,
        "request": PairRequestFactory(pair=pair).pk,
        "concern": ConcernFactory(pair=pair, lead=curator).pk,
        "lead": SafeguardingLeadFactory(member=curator).pk,
        "amended": AmendmentFactory(pair__programme=pair.programme).pair.pk,
        "meeting": MeetingFactory(pair=pair, held_on=datetime.date(2026, 10, 20)).pk,
        "task": PlanItemFactory(pair=pair).pk,
    }
