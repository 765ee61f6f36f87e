"""Conditions of the matching: each choice is a version of its own, so that an older run stays explained."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.refusal import Refusal
from pairs.fitting.codes import OPTIONAL
from pairs.fitting.criteria import CRITERIA
from pairs.fitting.weights import Level
from pairs.models import MatchingPolicy
from pairs.queries.setting import policy_of
from pairs.services.coupling import check_coupling
from participants.models import MenteeRecord
from programmes.models import Programme


@transaction.atomic
def choose_policy(*, actor, programme, levels, rules_off=(), role_models=(), first=(), together=(), least=()) -> MatchingPolicy:
    """The next version; the same choice again returns the version that is there. Raises `Refusal` when nothing would count.

    `together` are lists of mentees who come only together, `least` are (mentor, smallest group).
    """
    actor.must(Permission.MANAGE_PAIRS)
    known = {criterion.code for criterion in CRITERIA}
    levels = {code: Level(level).value for code, level in levels.items() if code in known}
    if all(level == Level.OFF for level in levels.values()):
        raise Refusal(_("With every criterion switched off all pairs are alike. Let at least one count."))
    if MenteeRecord.objects.filter(pk__in=[one.pk for one in first]).exclude(programme=programme).exists():
        raise Refusal(_("Only mentees of this programme can come first."))
    check_coupling(programme, together, least)
    Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)  # two colleagues get two versions
    chosen = {
        "levels": levels,
        "rules_off": [code.value for code in OPTIONAL if code in rules_off],
        "role_models": [one.pk for one in role_models],
        "first": sorted(one.pk for one in first),
        "together": sorted(sorted(one.pk for one in group) for group in together),
        "least": sorted([mentor.pk, number] for mentor, number in least),
    }
    current = policy_of(programme)
    if current.version and all(getattr(current, name) == value for name, value in chosen.items()):
        return current
    policy = MatchingPolicy.objects.create(
        school_id=actor.school_id, programme=programme, version=current.version + 1, chosen_by=actor, **chosen
    )
    record(actor, "matching.policy_chosen", policy, version=policy.version)
    return policy
