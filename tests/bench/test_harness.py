import json

import pytest

from bench import harness
from bench.harness import Figure, compare, figure, run, run_all


class Clock:
    """A clock that each call moves on by its own number of seconds."""

    def __init__(self):
        self.now = 0.0
        self.calls = []

    def __call__(self):
        return self.now

    def taking(self, name, *seconds):
        durations = list(seconds)

        def call():
            self.calls.append(name)
            self.now += durations.pop(0) if len(durations) > 1 else durations[0]

        return call


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def no_figures(monkeypatch):
    monkeypatch.setattr(harness, "FIGURES", {})


def test_compare_takes_the_median_of_the_ratios(clock):
    ours = clock.taking("ours", 9, 1, 2, 3, 40, 5)  # the first call only warms up

    taken = compare(ours, clock.taking("theirs", 10), pairs=5, clock=clock)

    assert taken["ratio"] == pytest.approx(0.3)
    assert (taken["low"], taken["high"]) == (0.1, 4.0)
    assert taken["theirs_ms"] == 10_000


def test_compare_goes_in_turn_and_alternates_who_is_first(clock):
    compare(clock.taking("ours", 1), clock.taking("theirs", 1), pairs=5, clock=clock)

    warm_up, pairs = clock.calls[:2], clock.calls[2:]
    assert warm_up == ["ours", "theirs"]
    assert pairs == ["ours", "theirs", "theirs", "ours", "ours", "theirs", "theirs", "ours", "ours", "theirs"]


def test_compare_takes_at_least_five_pairs(clock):
    assert compare(clock.taking("ours", 1), clock.taking("theirs", 1), pairs=1, clock=clock)["n"] == 5


@pytest.mark.parametrize("ratio, ok", [(0.6, True), (0.61, False)])
def test_a_figure_is_ok_up_to_its_target(clock, ratio, ok):
    chosen = Figure("pages.list", 0.6, lambda: (clock.taking("ours", ratio), clock.taking("theirs", 1)))

    line = run(chosen, clock=clock)

    assert (line["name"], line["ratio"], line["target"], line["ok"], line["n"]) == ("pages.list", ratio, 0.6, ok, 7)


def test_a_figure_may_bring_a_ratio_of_its_own():
    assert run(Figure("sheets.memory", 1.2, lambda: 1.1)) == {"name": "sheets.memory", "ratio": 1.1, "target": 1.2, "ok": True, "n": 1}


def test_a_figure_that_yields_cleans_up_after_the_measurement(clock):
    def measure():
        yield clock.taking("ours", 1), clock.taking("theirs", 1)
        clock.calls.append("cleaned up")

    run(Figure("pages.list", 1, measure), clock=clock)

    assert clock.calls.index("cleaned up") == len(clock.calls) - 1


def test_a_broken_figure_says_so_and_the_next_is_still_taken(no_figures, capsys):
    figure("pages.broken", target=1)(lambda: 1 / 0)
    figure("pages.whole", target=1)(lambda: 0.5)
    written = []

    run_all(set(), write=written.append)

    broken, whole = (json.loads(line) for line in written)
    assert (broken["ok"], broken["n"], broken["error"]) == (False, 0, "ZeroDivisionError: division by zero")
    assert whole["ok"] is True
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_only_the_named_groups_are_taken(no_figures):
    figure("pages.list", target=1)(lambda: 0.5)
    figure("papers.order", target=1)(lambda: 0.5)

    assert [line["name"] for line in run_all({"papers"}, write=lambda line: None)] == ["papers.order"]


def test_two_figures_cannot_share_a_name(no_figures):
    figure("pages.list", target=1)(lambda: 0.5)

    with pytest.raises(ValueError, match="pages\\.list"):
        figure("pages.list", target=1)(lambda: 0.5)
