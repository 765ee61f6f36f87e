"""What forbids a pair that is proposed by hand: vetoes and kinship."""

from django.db.models import Q

from pairs.fitting.codes import ALWAYS, RuleCode
from pairs.fitting.facts import Setting
from pairs.fitting.rules import RULES
from pairs.models import Veto
from pairs.queries.facts import bare_mentee, bare_mentor
from pairs.queries.setting import relatives_among, vetoes_among
from participants.models import Guardian, Kinship


def ties_between(mentor, mentees) -> dict[RuleCode, list]:
    """Mentees by the rule that keeps them from this mentor, in the order of the rules."""
    people = [mentee.person_id for mentee in mentees]
    kin = Kinship.objects.filter(Q(one=mentor.person_id, other__in=people) | Q(other=mentor.person_id, one__in=people))
    wards = Guardian.objects.filter(person__in=people, user__people=mentor.person_id)
    setting = Setting(
        forms=(),
        vetoes=vetoes_among(Veto.objects.filter(mentor=mentor, mentee__in=mentees)),
        relatives=relatives_among(kin, wards),
    )
    rules = [rule for rule in RULES if rule.code in ALWAYS]
    held = {rule.code: [one for one in mentees if rule.forbids(bare_mentee(one), bare_mentor(mentor), setting)] for rule in rules}
    return {code: found for code, found in held.items() if found}
