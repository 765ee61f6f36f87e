from pairs.models.agreement import Agreement
from pairs.models.meeting import Meeting
from pairs.models.pair import Pair, PairMentee, PairTransition

__all__ = ["Agreement", "Meeting", "Pair", "PairMentee", "PairTransition"]
