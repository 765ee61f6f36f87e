import json

import pytest

from pairs.documents import protocol_paper
from pairs.queries.protocol import protocol_facts
from pairs.services import choose_policy
from pairs.services.runs import start_runs, take_board_step, undo_board_step
from tests.factories.pairs import VetoFactory

pytestmark = pytest.mark.once  # what is printed does not depend on the database


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


@pytest.fixture
def group_facts(curator, programme, crowd):
    """One mentor who takes two or nobody, two mentees who come only together."""
    (mentor, *_others), mentees = crowd
    mentor.capacity = 4
    mentor.save()
    choose_policy(actor=curator, programme=programme, levels={"topics": "high"}, together=[mentees[:2]], least=[(mentor, 2)])
    [run] = start_runs(actor=curator, programme=programme, weightings=["programme"], orders=["total"])
    return protocol_facts(run)


def test_a_group_and_the_conditions_of_groups_are_named(group_facts, crowd):
    html = protocol_paper(group_facts).html

    first, second = sorted(record.person.full_name for record in crowd[1][:2])
    assert "Группа, наставляемых: " in html
    assert f"Не меньше 2 наставляемых или никого берёт {crowd[0][0].person.full_name}" in html
    assert html.index("Только вместе") < html.index(first)
    assert second in html


def test_the_extract_tells_of_a_group_without_its_other_children(group_facts, crowd):
    own, other = crowd[1][:2]

    html = protocol_paper(group_facts, mentee=own.pk).html

    assert "Группа, наставляемых: " in html
    assert "шёл только вместе со своей малой группой" in html
    assert other.person.full_name not in html


def test_a_plan_that_is_not_proven_does_not_call_itself_exact(facts):
    assert "Расчёт точный" in protocol_paper(facts).html

    unproven = protocol_paper(facts | {"figures": facts["figures"] | {"gap": 40}}).html

    assert "не больше чем на 40" in unproven
    assert "Расчёт точный" not in unproven


def test_a_protocol_frozen_before_groups_were_named_still_prints(facts):
    old = {name: value for name, value in facts.items() if name not in ("together", "least", "curator")}
    old["pairs"] = [{name: value for name, value in row.items() if name not in ("mentor_key", "together")} for row in facts["pairs"]]

    assert all(row["mentee"] in protocol_paper(old).html for row in old["pairs"])
