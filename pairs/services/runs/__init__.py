from pairs.services.runs.adopting import adopt_run
from pairs.services.runs.board import take_board_step, undo_board_step
from pairs.services.runs.counting import count_run
from pairs.services.runs.dropping import drop_run
from pairs.services.runs.introducing import apply_introductions, plan_introductions, record_introduction
from pairs.services.runs.starting import recount_run, start_runs

__all__ = [
    "adopt_run",
    "apply_introductions",
    "count_run",
    "drop_run",
    "plan_introductions",
    "record_introduction",
    "recount_run",
    "start_runs",
    "take_board_step",
    "undo_board_step",
]
