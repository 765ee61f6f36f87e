"""`manage.py match`: the answer, and a sentence for everything that contradicts itself."""

import json

import pytest
from django.core.management import CommandError, call_command

GOOD = {
    "mentors": [{"id": "m", "capacity": 1}, {"id": "n", "capacity": 2}],
    "edges": [["a", "m", 900], ["a", "n", 500], ["b", "m", 800], ["c", "n", 1]],
}


@pytest.fixture
def ask(tmp_path, capsys):
    """Call it with an instance to get what the command prints."""

    def run(instance, *options):
        file = tmp_path / "instance.json"
        file.write_text(instance if isinstance(instance, str) else json.dumps(instance))
        call_command("match", "--instance", str(file), *options)
        return json.loads(capsys.readouterr().out)

    return run


def test_answer_is_the_best_plan(ask):
    answer = ask(GOOD | {"locked": [], "forbidden": []})

    assert set(answer) == {"pairs", "total", "hash"}
    assert answer["pairs"] == [["a", "n", 500], ["b", "m", 800], ["c", "n", 1]]
    assert answer["total"] == 1301
    assert len(answer["hash"]) == 64


def test_more_mentees_come_before_a_larger_total(ask):
    instance = {
        "mentors": [{"id": "m", "capacity": 1}, {"id": "n", "capacity": 1}],
        "edges": [["a", "m", 1000], ["a", "n", 1], ["b", "m", 1]],
    }

    assert ask(instance)["pairs"] == [["a", "n", 1], ["b", "m", 1]]


def test_locks_and_bans_are_kept(ask):
    answer = ask(GOOD | {"locked": [["a", "m"]], "forbidden": [["c", "n"]]})

    assert (answer["pairs"], answer["total"]) == ([["a", "m", 900]], 900)


def test_goals_can_be_chosen(ask):
    instance = {"mentors": [{"id": "m", "capacity": 1}], "edges": [["a", "m", 900], ["b", "m", 5]], "priority": ["b"]}

    assert ask(instance)["total"] == 5
    assert ask(instance, "--goals", "matched,total")["total"] == 900


def test_empty_instance_has_an_empty_plan(ask):
    assert ask({"mentors": [], "edges": []})["pairs"] == []


BAD = {
    "not JSON": ("{", "This is not JSON"),
    "a list": ([], "not an object"),
    "no edges": ({"mentors": []}, "has no key edges"),
    "unknown key": (GOOD | {"lockd": []}, "unknown key lockd"),
    "edges are no list": (GOOD | {"edges": {}}, "The value of edges is not a list"),
    "edge of two": (GOOD | {"edges": [["a", "m"]]}, r"edges, row 1: write \[mentee, mentor, score\]"),
    "number as id": (GOOD | {"edges": [[1, "m", 5]]}, "an id is a text in quotes, not 1"),
    "mentor without capacity": (GOOD | {"mentors": [{"id": "m"}]}, "mentors, row 1"),
    "zero capacity": (GOOD | {"mentors": [{"id": "m", "capacity": 0}]}, "The mentor m has the capacity 0"),
    "half a place": (GOOD | {"mentors": [{"id": "m", "capacity": 0.5}]}, "The mentor m has the capacity 0.5"),
    "mentor twice": (GOOD | {"mentors": [{"id": "m", "capacity": 1}] * 2}, "The mentor m is listed twice"),
    "unknown mentor": (GOOD | {"edges": [["a", "k", 5]]}, "The edge a – k names a mentor who is not in the list"),
    "duplicate edge": (GOOD | {"edges": [["a", "m", 5], ["a", "m", 6]]}, "The edge a – m is listed twice"),
    "score 0": (GOOD | {"edges": [["a", "m", 0]]}, "The edge a – m has the score 0"),
    "score 1001": (GOOD | {"edges": [["a", "m", 1001]]}, "has the score 1001"),
    "score is true": (GOOD | {"edges": [["a", "m", True]]}, "has the score True"),
    "lock of an unknown mentee": (GOOD | {"locked": [["z", "m"]]}, "The locked pair z – m names a mentee"),
    "lock of an unknown mentor": (GOOD | {"locked": [["a", "z"]]}, "The locked pair a – z names a mentor"),
    "ban of an unknown mentor": (GOOD | {"forbidden": [["a", "z"]]}, "The forbidden pair a – z names a mentor"),
    "lock that the rules do not allow": (GOOD | {"locked": [["c", "m"]]}, "The locked pair c – m is not among the edges"),
    "two locks of a mentee": (GOOD | {"locked": [["a", "m"], ["a", "n"]]}, "The mentee a is locked twice"),
    "locked and forbidden": (GOOD | {"locked": [["a", "m"]], "forbidden": [["a", "m"]]}, "both locked and forbidden"),
    "more locks than places": (GOOD | {"locked": [["a", "m"], ["b", "m"]]}, "The mentor m has 2 locked pairs and the capacity 1"),
    "unknown priority": (GOOD | {"priority": ["z"]}, "The priority mentee z has no edge"),
    "two current pairs": (GOOD | {"current": [["a", "m"], ["a", "n"]]}, "The mentee a has two current pairs"),
}


@pytest.mark.parametrize("instance, sentence", BAD.values(), ids=BAD)
def test_contradiction_is_told_in_a_sentence_with_status_2(ask, capsys, instance, sentence):
    with pytest.raises(CommandError, match=sentence) as refused:
        ask(instance)

    assert refused.value.returncode == 2
    assert capsys.readouterr().out == ""


def test_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError, match=r"cannot be read: No such file") as refused:
        call_command("match", "--instance", str(tmp_path / "none.json"))

    assert refused.value.returncode == 2


def test_unknown_goal_is_told(ask):
    with pytest.raises(CommandError, match="There is no goal beauty") as refused:
        ask(GOOD, "--goals", "matched,beauty")

    assert refused.value.returncode == 2
