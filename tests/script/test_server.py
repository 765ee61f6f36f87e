import socket
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def start(*arguments, folder):
    environment = {"PATH": "/usr/bin:/bin", "TANDEM_VAR": str(folder)}
    return subprocess.run(["script/server", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=30, check=False)


def test_a_port_that_is_no_number_is_told(tmp_path):
    answer = start("80x", folder=tmp_path)

    assert (answer.returncode, answer.stderr) == (1, "!! The port is a number, for example: script/server 8001 (got '80x').\n")


def test_a_port_that_is_taken_is_told(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        answer = start(str(port), folder=tmp_path)

    assert (answer.returncode, answer.stderr) == (1, f"!! Port {port} is taken. Choose another: script/server {port + 1}\n")
