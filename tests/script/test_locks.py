"""What is installed is what was locked, wherever it is downloaded from."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = {
    "requirements.txt": "requirements.lock",
    "requirements-dev.txt": "requirements-dev.lock",
    "requirements-node.txt": "requirements-node.lock",
}


def locked(lock):
    """Name → version of a lock file."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text(), re.MULTILINE))


def wanted(requirements):
    """(name, version, comment) of each line of a requirements file."""
    lines = (ROOT / requirements).read_text().splitlines()
    lines = [line for line in lines if line and not line.startswith(("#", "-r "))]
    return [re.fullmatch(r"([\w.-]+)(?:\[\w+\])?==(\S+)(.*)", line).groups() for line in lines]


@pytest.mark.parametrize("requirements, lock", LOCKS.items())
def test_every_wanted_package_is_locked_at_its_version(requirements, lock):
    versions = locked(lock)

    assert {name: versions.get(name.lower()) for name, _, _ in wanted(requirements)} == {
        name: version for name, version, _ in wanted(requirements)
    }


@pytest.mark.parametrize("requirements", LOCKS)
def test_every_wanted_package_says_what_for(requirements):
    assert [name for name, _, comment in wanted(requirements) if not re.fullmatch(r"\s+# \S.*", comment)] == []


@pytest.mark.parametrize("lock", LOCKS.values())
def test_every_locked_package_has_hashes_and_no_address(lock):
    text = (ROOT / lock).read_text()

    assert "://" not in text
    assert [line for line in text.splitlines() if not re.match(r"[\w.-]+==|    --hash=sha256:[0-9a-f]{64}", line)] == []
    assert len(re.findall(r"^[\w.-]+==.*\\\n    --hash=", text, re.MULTILINE)) == len(locked(lock))


def test_the_larger_lock_holds_the_smaller():
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()


def test_every_locked_front_end_package_has_a_hash_and_no_address():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    del packages[""]

    assert [name for name, package in packages.items() if "resolved" in package or not package.get("integrity")] == []
