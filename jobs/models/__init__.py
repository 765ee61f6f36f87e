from jobs.models.heartbeat import WorkerHeartbeat
from jobs.models.job import Job
from jobs.models.storage_check import StorageCheck
from jobs.models.stored_file import StoredFile

__all__ = ["Job", "StorageCheck", "StoredFile", "WorkerHeartbeat"]
