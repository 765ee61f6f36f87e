from jobs.services.packing import store_packed
from jobs.services.parts import Part, cancel, part_files, start_in_parts
from jobs.services.running import add_note, run, set_progress
from jobs.services.starting import may_repeat, repeat, start
from jobs.services.storing import store

__all__ = [
    "Part",
    "add_note",
    "cancel",
    "may_repeat",
    "part_files",
    "repeat",
    "run",
    "set_progress",
    "start",
    "start_in_parts",
    "store",
    "store_packed",
]
