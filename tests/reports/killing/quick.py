"""Imported by the workers of the small size: the job of a dead one is free again after eight seconds instead of thirty."""

import datetime

from jobs.services import lease

lease.LEASE, lease.BEAT = datetime.timedelta(seconds=8), 2.0
