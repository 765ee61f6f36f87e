"""Long work of this room: a run of the matching over a large base."""

from jobs.models import Job
from jobs.registry import job_kind
from pairs.models import MatchingRun
from pairs.services.runs import count_run


@job_kind("matching_run")
def matching_run(job: Job) -> None:
    count_run(MatchingRun.objects.select_related("programme").get(pk=job.arguments["run"]))
