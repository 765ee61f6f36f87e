"""T-40: the slowest of a hundred approvals when fifty processes sign in one school, on Redis and a PostgreSQL that waits for its disk."""

import os
import subprocess

from django.conf import settings

from bench.harness import figure

PROGRAM = """
source script/lib.sh
source script/services.sh
folder=$(mktemp -d)
trap 'stop_services; rm -rf "$folder"' EXIT
durable=yes
{ find_postgresql && find_redis; } >&2
"$python" -m bench.signatures
"""


@figure("approvals.p99_seconds", target=3)
def p99_seconds() -> float:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "mentoring.settings.test"}
    heard = {"stdout": subprocess.PIPE, "text": True}
    program = ["bash", "-c", PROGRAM]  # the private servers are started by a script
    return float(subprocess.run(program, cwd=settings.BASE_DIR, env=environment, check=True, **heard).stdout)  # noqa: S603 - our own program
