"""How a figure is taken: our way and the yardstick in turn, in one run, and the median of the ratios.

Single timings on a busy machine say little; a ratio of two neighbours says the same tomorrow on another machine.

    @figure("pages.pairs_list_vs_admin", target=0.6)
    def pairs_list_vs_admin():
        client = …                                # not measured
        yield lambda: client.get("/pairs/"), lambda: client.get("/admin/pairs/pair/")
        …                                         # clean-up, not measured

A figure returns or yields `(ours, theirs)`, two callables without arguments, or one number: a ratio it has measured itself.
"""

import inspect
import json
import statistics
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

MIN_PAIRS = 5
DEFAULT_PAIRS = 7


@dataclass(frozen=True)
class Figure:
    """One line of the answer: `measure` prepares it, `target` is the largest ratio that is good."""

    name: str
    target: float
    measure: Callable

    @property
    def group(self) -> str:
        return self.name.partition(".")[0]


FIGURES: dict[str, Figure] = {}


def figure(name: str, *, target: float) -> Callable:
    """Register a figure; `name` is `group.what_vs_yardstick`."""

    def register(measure: Callable) -> Callable:
        if name in FIGURES:
            message = f"Two figures are called {name}."
            raise ValueError(message)
        FIGURES[name] = Figure(name, target, measure)
        return measure

    return register


def run(chosen: Figure, *, pairs: int = DEFAULT_PAIRS, clock: Callable[[], float] = time.perf_counter) -> dict:
    """Take one figure and return its line."""
    line = {"name": chosen.name, "ratio": None, "target": chosen.target, "ok": False}
    try:
        with _prepared(chosen.measure) as measured:
            if isinstance(measured, int | float):
                taken = {"ratio": float(measured), "n": 1}
            else:
                ours, theirs = measured
                taken = compare(ours, theirs, pairs=pairs, clock=clock)
    except Exception as error:  # noqa: BLE001 - one broken figure must not hide the others
        traceback.print_exc(file=sys.stderr)
        return line | {"n": 0, "error": f"{type(error).__name__}: {error}"}
    ratio = round(taken.pop("ratio"), 3)
    return line | {"ratio": ratio, "ok": ratio <= chosen.target} | taken


def compare(ours: Callable, theirs: Callable, *, pairs: int = DEFAULT_PAIRS, clock: Callable[[], float] = time.perf_counter) -> dict:
    """Time both in turn, at least five times, after one unmeasured call of each; who goes first alternates."""
    pairs = max(pairs, MIN_PAIRS)
    ours()
    theirs()
    timings = []
    for turn in range(pairs):
        if turn % 2:
            their_time, our_time = _timed(theirs, clock), _timed(ours, clock)
        else:
            our_time, their_time = _timed(ours, clock), _timed(theirs, clock)
        timings.append((our_time, their_time))
    ratios = [our_time / their_time for our_time, their_time in timings]
    return {
        "ratio": statistics.median(ratios),
        "n": pairs,
        "low": round(min(ratios), 3),
        "high": round(max(ratios), 3),
        "ours_ms": round(statistics.median(our_time for our_time, _ in timings) * 1000, 3),
        "theirs_ms": round(statistics.median(their_time for _, their_time in timings) * 1000, 3),
    }


def run_all(groups: set[str], *, pairs: int = DEFAULT_PAIRS, write: Callable[[str], object] = print) -> list[dict]:
    """Take the figures of `groups` (of all, when empty) and write a JSON line for each as soon as it is known."""
    lines = []
    for chosen in FIGURES.values():
        if groups and chosen.group not in groups:
            continue
        lines.append(run(chosen, pairs=pairs))
        write(json.dumps(lines[-1], ensure_ascii=False))
    return lines


@contextmanager
def _prepared(measure: Callable) -> Iterator:
    if not inspect.isgeneratorfunction(measure):
        yield measure()
        return
    with contextmanager(measure)() as measured:
        yield measured


def _timed(call: Callable, clock: Callable[[], float]) -> float:
    start = clock()
    call()
    return clock() - start
