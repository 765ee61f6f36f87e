"""The two databases Tandem runs on: SQLite for one school on one computer, PostgreSQL for many."""

from pathlib import Path

import dj_database_url

# FULL: an order that was signed must survive a power cut. IMMEDIATE: a writer waits instead of failing with "database is locked".
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA busy_timeout=20000;PRAGMA foreign_keys=ON",
}
POSTGRESQL_OPTIONS = {
    "options": "-c statement_timeout=15000 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=30000",
}


def sqlite(file: Path) -> dict:
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "OPTIONS": SQLITE_OPTIONS}


def postgresql(url: str) -> dict:
    database = dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True)
    return database | {"OPTIONS": database.get("OPTIONS", {}) | POSTGRESQL_OPTIONS}
