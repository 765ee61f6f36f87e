"""What forbids a pair that is proposed by hand: vetoes and kinship."""

from django.db.models import Q

from pairs.fitting.codes import ALWAYS, RuleCode
from pairs.fitting.facts import Setting
from pairs.fitting.rules import RULES
from pairs.models import Veto
from pairs.queries.facts import bare_mentee, bare_mentor
from pairs.queries.setting import relatives_among, vetoes_among
from participants.models import Guardian, Kinship


def known_ties(mentors, mentees) -> Setting:
    """Vetoes and kinship between any of the mentors and any of the mentees; three queries."""
    leaders, people = [mentor.person_id for mentor in mentors], [mentee.person_id for mentee in mentees]
    kin = Kinship.objects.filter(Q(one__in=leaders, other__in=people) | Q(other__in=leaders, one__in=people))
    wards = Guardian.objects.filter(person__in=people, user__people__in=leaders)
    return Setting(
        forms=(),
        vetoes=vetoes_among(Veto.objects.filter(mentor__in=mentors, mentee__in=mentees)),
        relatives=relatives_among(kin, wards),
    )


def ties_between(mentor, mentees, known: Setting) -> dict[RuleCode, list]:
    """Mentees by the rule that keeps them from this mentor, in the order of the rules."""
    leader, people = bare_mentor(mentor), [(mentee, bare_mentee(mentee)) for mentee in mentees]
    held = {rule.code: [mentee for mentee, facts in people if rule.forbids(facts, leader, known)] for rule in RULES if rule.code in ALWAYS}
    return {code: found for code, found in held.items() if found}
