from pairs.models.agreement import Agreement
from pairs.models.amendment import Amendment, AmendmentAgreement
from pairs.models.meeting import Meeting
from pairs.models.pair import Pair, PairMentee, PairTransition
from pairs.models.plan import MentorReport, PlanItem
from pairs.models.request import PairRequest

__all__ = [
    "Agreement",
    "Amendment",
    "AmendmentAgreement",
    "Meeting",
    "MentorReport",
    "Pair",
    "PairMentee",
    "PairRequest",
    "PairTransition",
    "PlanItem",
]
