"""What the programme page shows, in rows and words."""

from monitoring.tables.dynamics import dynamics_groups
from monitoring.tables.gaps import gap_groups
from monitoring.tables.tasks import task_list

__all__ = ["dynamics_groups", "gap_groups", "task_list"]
