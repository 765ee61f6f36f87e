"""Two people whom nothing parts; a test changes one fact."""

from pairs.fitting.facts import FormFacts, MenteeFacts, MentorFacts, RoleModelFacts

PUPILS = FormFacts(1, frozenset({"pupil"}), frozenset({"pupil"}), (RoleModelFacts(11),))
TEACHERS = FormFacts(2, frozenset({"teacher"}), frozenset({"teacher"}), (RoleModelFacts(21),))


def mentee(**facts) -> MenteeFacts:
    return MenteeFacts(**({"record": 1, "person": 1, "kind": "pupil", "level": 7, "class_name": "7Б"} | facts))


def mentor(**facts) -> MentorFacts:
    return MentorFacts(**({"record": 2, "person": 2, "kind": "pupil", "level": 9, "class_name": "9А"} | facts))
