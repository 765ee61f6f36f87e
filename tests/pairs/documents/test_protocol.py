import json

import pytest

from pairs.documents import protocol_paper
from pairs.queries.protocol import protocol_facts
from pairs.services.runs import start_runs, take_board_step, undo_board_step
from tests.factories.pairs import VetoFactory


@pytest.fixture
def facts(run):
    return protocol_facts(run)


def test_the_facts_are_json_and_name_each_pair_with_a_reason(facts):
    assert json.loads(json.dumps(facts)) == facts
    assert len(facts["pairs"]) == 4
    assert all(pair["rank"] <= pair["possible"] for pair in facts["pairs"])
    assert any("разница в классах" in pair["good"] for pair in facts["pairs"])


def test_the_protocol_says_how_and_why_in_words(facts):
    html = protocol_paper(facts).html

    assert "Как подбирали" in html
    assert all(pair["mentee"] in html and pair["mentor"] in html for pair in facts["pairs"])


def test_the_extract_names_no_other_child(facts):
    own, *others = facts["pairs"]

    html = protocol_paper(facts, mentee=own["mentee_key"]).html

    assert own["mentee"] in html
    assert not [pair["mentee"] for pair in others if pair["mentee"] in html]


def test_no_reason_of_a_veto_is_printed(curator, programme, crowd):
    mentors, mentees = crowd
    for mentor in mentors:
        VetoFactory(mentee=mentees[0], mentor=mentor, reason="Соседи, давняя ссора семей")
    [run] = start_runs(actor=curator, programme=programme, weightings=["programme"], orders=["total"])

    facts = protocol_facts(run)
    html = protocol_paper(facts).html

    assert facts["alone"] == [mentees[0].person.full_name]
    assert "ссора" not in html + json.dumps(facts, ensure_ascii=False)
    assert "просили не" not in html


def test_steps_that_were_taken_back_are_not_counted(curator, run):
    two = run.plan["pairs"][0][:2]
    for version, kind in enumerate(("lock", "unlock", "forbid")):
        take_board_step(actor=curator, run=run, version=version, kind=kind, mentee=two[0], mentor=two[1])
    undo_board_step(actor=curator, run=run, version=3)
    run.refresh_from_db()

    assert protocol_facts(run)["moves"] == 2


def test_equal_facts_make_the_same_paper(run):
    assert protocol_paper(protocol_facts(run)).sha256 == protocol_paper(protocol_facts(run)).sha256
