"""The test's database for programs of their own."""

import os
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).parents[1]


def environment(**own: str) -> dict[str, str]:
    """What a program needs in order to work on the PostgreSQL database of the running test."""
    where = connection.settings_dict
    password = f":{where['PASSWORD']}" if where["PASSWORD"] else ""
    host = where["HOST"].replace("/", "%2F")
    url = f"postgresql://{where['USER']}{password}@{host}:{where['PORT'] or 5432}/{where['NAME']}"
    return {**os.environ, "DATABASE_URL": url, "PYTHONPATH": str(ROOT), **own}
