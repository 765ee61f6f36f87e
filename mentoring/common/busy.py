"""A database that would not let somebody wait any longer: what was begun is taken back whole and may be tried again."""

import sqlite3

from django.db import OperationalError

# lock_not_available, query_canceled, deadlock_detected, serialization_failure (PostgreSQL, appendix A)
POSTGRESQL = {"55P03", "57014", "40P01", "40001"}
SQLITE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
LOW_BYTE = 0xFF  # SQLite's extended codes carry the primary one there


def is_busy(error: OperationalError) -> bool:
    """Whether others held what was needed; a server that is gone or a disk that is full is another matter."""
    cause = error.__cause__
    return getattr(cause, "sqlstate", None) in POSTGRESQL or getattr(cause, "sqlite_errorcode", 0) & LOW_BYTE in SQLITE
