"""What a programme says about its pairs: forms, conditions, vetoes, kinship, earlier pairs, wishes."""

from collections import defaultdict

from django.db.models import Prefetch

from accounts.enums import Role
from accounts.models import Membership
from pairs.enums import FINISHED, Attitude, PairState
from pairs.fitting.codes import RuleCode
from pairs.fitting.facts import FormFacts, Portrait, RoleModelFacts, Setting, Wishes
from pairs.fitting.weights import Level
from pairs.models import MatchingPolicy, MentorView, PairMentee, Veto, Wish, WishSheet
from pairs.reasons import reasons
from pairs.weightings import weightings
from participants.models import Guardian, Kinship
from programmes.models import RoleModel
from programmes.portraits import portrait_of


def setting_of(policy, levels=None) -> Setting:
    """`levels` are tried instead of those of the policy."""
    programme = policy.programme
    return Setting(
        forms=_forms(programme, policy.role_models),
        levels={criterion: Level(level) for criterion, level in (levels or policy.levels).items()},
        rules_off=frozenset(map(RuleCode, policy.rules_off)),
        vetoes=vetoes_among(Veto.objects.filter(mentee__programme=programme)),
        relatives=_relatives(programme),
        parted=_parted(programme),
        wishes=_wishes(programme),
    )


def policy_of(programme) -> MatchingPolicy:
    """The newest version, or an unsaved one of version 0 with the usual weights."""
    found = MatchingPolicy.objects.filter(programme=programme).select_related("programme").order_by("-version").first()
    return found or MatchingPolicy(programme=programme, version=0, levels=dict(weightings()[0].levels))


def first_mentees(policy) -> set[int]:
    """Whom the programme put first, and those whose pair ended early: they lost a mentor whom they had."""
    lost = PairMentee.objects.filter(pair__programme=policy.programme, pair__state=PairState.ENDED)
    return set(policy.first) | set(lost.values_list("mentee_id", flat=True))


def classes_led(school_id: int) -> dict[int, frozenset[str]]:
    """Classes by the user who is their class teacher."""
    found = defaultdict(set)
    leaders = Membership.objects.active().filter(school=school_id, role=Role.CLASS_TEACHER)
    for user, class_name in leaders.values_list("user_id", "class_name"):
        found[user].add(class_name)
    return {user: frozenset(names) for user, names in found.items()}


def _forms(programme, preferred: list[int]) -> tuple[FormFacts, ...]:
    forms = programme.forms.active().prefetch_related(Prefetch("role_models", RoleModel.objects.active()))
    return tuple(
        FormFacts(form.pk, frozenset(form.mentor_kinds), frozenset(form.mentee_kinds), _role_models(form, preferred)) for form in forms
    )


def _role_models(form, preferred: list[int]) -> tuple[RoleModelFacts, ...]:
    """Those that the policy names, in its order; of a form that it does not speak of, the first."""
    rows = list(form.role_models.all())
    named = sorted((one for one in rows if one.pk in preferred), key=lambda one: preferred.index(one.pk))
    return tuple(RoleModelFacts(one.pk, Portrait(**portrait_of(form.code, one.code))) for one in named or rows[:1])


def vetoes_among(rows) -> dict[tuple[int, int], frozenset[RuleCode]]:
    """Codes of the vetoes in force by (mentee, mentor)."""
    found = defaultdict(set)
    for mentee, mentor, side in rows.in_force().values_list("mentee_id", "mentor_id", "side"):
        found[mentee, mentor].add(RuleCode(f"VETO_{side.upper()}"))
    return {pair: frozenset(codes) for pair, codes in found.items()}


def _relatives(programme) -> frozenset[tuple[int, int]]:
    """Kin that somebody wrote down, and guardians who take part under their own account."""
    wards = Guardian.objects.filter(person__menteerecords__programme=programme, user__people__mentorrecords__programme=programme)
    return relatives_among(Kinship.objects.filter(one__school=programme.school_id), wards)


def relatives_among(kin, wards) -> frozenset[tuple[int, int]]:
    """Two persons in both orders; `wards` are rows of guardians whose user has an entry as well."""
    found = set(kin.values_list("one_id", "other_id"))
    return frozenset(found | {(other, one) for one, other in found} | set(wards.values_list("person_id", "user__people")))


def _parted(programme) -> frozenset[tuple[int, int]]:
    """Persons whose pair, in any programme, ended for a reason that is not tried again."""
    never = [reason.code for reason in reasons().values() if reason.never_again]
    seats = PairMentee.objects.filter(pair__state__in=FINISHED, pair__finish_reason__in=never)
    seats = seats.filter(mentee__person__menteerecords__programme=programme)
    return frozenset(seats.values_list("mentee__person_id", "pair__mentor__person_id"))


def _wishes(programme) -> Wishes:
    ranks = Wish.objects.filter(sheet__round__programme=programme).values_list("sheet__mentee_id", "mentor_id", "rank")
    views = MentorView.objects.filter(sheet__round__programme=programme).values_list("mentee_id", "sheet__mentor_id", "attitude")
    return Wishes(
        asked=WishSheet.objects.filter(round__programme=programme).exists(),
        ranks={(mentee, mentor): rank for mentee, mentor, rank in ranks},
        attitudes={(mentee, mentor): attitude == Attitude.PREFER for mentee, mentor, attitude in views},
    )
