from jobs.services.running import run, set_progress
from jobs.services.starting import retry, start
from jobs.services.storing import store

__all__ = ["retry", "run", "set_progress", "start", "store"]
