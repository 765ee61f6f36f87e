from participants.services.merging.apart import doubt_apart, tell_apart
from participants.services.merging.joining import merge_people
from participants.services.merging.plan import MergePlan
from participants.services.merging.undoing import undo_merge

__all__ = ["MergePlan", "doubt_apart", "merge_people", "tell_apart", "undo_merge"]
