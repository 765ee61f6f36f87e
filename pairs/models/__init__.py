from pairs.models.agreement import Agreement
from pairs.models.amendment import Amendment, AmendmentAgreement
from pairs.models.concern import Concern, ConcernNote, ConcernReading, SafeguardingLead
from pairs.models.introduction import Introduction
from pairs.models.matching_run import BoardStep, MatchingRun
from pairs.models.meeting import Meeting
from pairs.models.pair import Pair, PairMentee, PairTransition
from pairs.models.plan import MentorReport, PlanItem
from pairs.models.policy import MatchingPolicy
from pairs.models.request import PairRequest
from pairs.models.veto import Veto
from pairs.models.wishes import MentorView, Wish, WishRound, WishSheet

__all__ = [
    "Agreement",
    "Amendment",
    "AmendmentAgreement",
    "BoardStep",
    "Concern",
    "ConcernNote",
    "ConcernReading",
    "Introduction",
    "MatchingPolicy",
    "MatchingRun",
    "Meeting",
    "MentorReport",
    "MentorView",
    "Pair",
    "PairMentee",
    "PairRequest",
    "PairTransition",
    "PlanItem",
    "SafeguardingLead",
    "Veto",
    "Wish",
    "WishRound",
    "WishSheet",
]
