import os
import subprocess
import sys

import pytest
from django.conf import settings

from mentoring.settings.mail import smtp

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
    told = {"TANDEM_VAR": str(tmp_path), "TANDEM_ADDRESS": "https://tandem.example/", "TANDEM_PROXIES": "1"}

    assert start(COMPLETE | told).returncode == 0


@pytest.mark.parametrize("missing", sorted(COMPLETE))
def test_missing_setting_stops_the_start_and_is_named(missing):
    answer = start({name: value for name, value in COMPLETE.items() if name != missing})

    assert answer.returncode != 0
    assert f"Set the environment variable {missing}" in answer.stderr


@pytest.mark.parametrize(
    "name,value",
    [
        ("TANDEM_ADDRESS", "tandem.school12.ru"),
        ("TANDEM_ADDRESS", "https://school12.ru/tandem"),
        ("TANDEM_PROXIES", "-1"),
        ("TANDEM_PROXIES", "nginx"),
    ],
)
def test_a_setting_that_cannot_be_meant_stops_the_start(name, value):
    answer = start(COMPLETE | {name: value})

    assert answer.returncode != 0
    assert f"{name} is" in answer.stderr


def test_a_mail_server_is_one_address_and_may_be_missing():
    found = smtp("smtp+tls://tandem:p%40ss@mail.school12.ru", "tandem@school12.ru")

    assert (found["EMAIL_HOST"], found["EMAIL_PORT"], found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (
        "mail.school12.ru",
        587,
        True,
        False,
    )
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("tandem", "p@ss")
    assert "dummy" in smtp("", "")["EMAIL_BACKEND"]
