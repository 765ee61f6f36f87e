import os
import subprocess
import sys

import pytest
from django.conf import settings

COMPLETE = {
    "SECRET_KEY": "k" * 60,
    "ALLOWED_HOSTS": "tandem.example",
    "DATABASE_URL": "postgresql://tandem:secret@127.0.0.1/tandem",
    "REDIS_URL": "redis://127.0.0.1:6379/9",
}


def start(environment: dict[str, str]) -> subprocess.CompletedProcess:
    """Load the production settings in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "import django; django.setup()"],
        env={"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "mentoring.settings.production"} | environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_when_everything_is_set(tmp_path):
    assert start(COMPLETE | {"TANDEM_VAR": str(tmp_path)}).returncode == 0


@pytest.mark.parametrize("missing", sorted(COMPLETE))
def test_missing_setting_stops_the_start_and_is_named(missing):
    answer = start({name: value for name, value in COMPLETE.items() if name != missing})

    assert answer.returncode != 0
    assert f"Set the environment variable {missing}" in answer.stderr
