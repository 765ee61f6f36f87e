"""`python -m bench [GROUP …] [-n PAIRS]`: one JSON line a figure, on a throw-away database."""

import argparse
import importlib
import os
import pkgutil
import shutil
import sys
import tempfile
from pathlib import Path

import bench
from bench.harness import DEFAULT_PAIRS, run_all

NOT_GROUPS = {"__main__", "board", "crowd", "harness", "signatures"}


def main(arguments: list[str]) -> int:
    groups = sorted({module.name for module in pkgutil.iter_modules(bench.__path__)} - NOT_GROUPS)
    parser = argparse.ArgumentParser(prog="script/bench", description="Figures of speed and memory, one JSON line each.")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=f"one of: {', '.join(groups) or 'none yet'}; all when none is named")
    parser.add_argument("-n", "--pairs", type=int, default=DEFAULT_PAIRS, help="measured pairs of ours and theirs, at least five")
    options = parser.parse_args(arguments)
    unknown = sorted(set(options.groups) - set(groups))
    if unknown:
        parser.error(f"no group {', '.join(unknown)}; there are: {', '.join(groups)}")

    folder = tempfile.mkdtemp(prefix="tandem-bench-")
    tempfile.tempdir = folder
    try:
        _set_up(Path(folder))
        for group in options.groups or groups:
            importlib.import_module(f"bench.{group}")
        lines = run_all(set(options.groups), pairs=options.pairs, write=lambda line: print(line, flush=True))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if any("error" in line for line in lines) else 0


def _set_up(folder: Path) -> None:
    """Django as the bench settings have it (no DEBUG, admin as a yardstick), with an empty migrated database in `folder`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mentoring.settings.bench")
    import django  # noqa: PLC0415 - the settings must be chosen first
    from django.conf import settings  # noqa: PLC0415 - the same
    from django.core.management import call_command  # noqa: PLC0415 - the same

    settings.DATABASES["default"]["NAME"] = folder / "bench.sqlite3"
    django.setup()
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    call_command("migrate", verbosity=0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
