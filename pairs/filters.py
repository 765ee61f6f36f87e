import django_filters
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from mentoring.common.day_input import DayInput
from mentoring.common.names import search_key
from pairs.enums import FINISHED, ConcernState, FinishWay, MeetingType, PairState, RunState
from pairs.models import Concern, MatchingRun, Meeting, Pair, PairMentee
from pairs.queries.attention import BY_CODE, CALM, RULES
from pairs.reasons import reason_choices
from participants.models import Person
from programmes.models import Form, Kind, Programme, RoleModel

WITHOUT_ORDER = (PairState.PROPOSED, PairState.AGREED)
FIXED = (PairState.ACTIVE, PairState.SUSPENDED, *FINISHED)
ORDER = (("none", _("without an order")), ("signed", _("signed")))
HELD = (("yes", _("yes")), ("no", _("no")))


def titles_of(model):
    """Choices of the school whose scope is open when the filter is shown: two columns, not a hundred model rows."""
    return lambda: [(str(pk), title) for pk, title in model.objects.values_list("pk", "title")]


def programmes() -> list[tuple[str, str]]:
    """A school gives its programme the same title every year, so its own words are asked for."""
    return [(str(programme.pk), str(programme)) for programme in Programme.objects.only("title", "starts_on", "ends_on")]


def class_names() -> list[tuple[str, str]]:
    """Classes of people in the school, for choices."""
    names = Person.objects.exclude(class_name="").order_by("class_name").values_list("class_name", flat=True).distinct()
    return [(name, name) for name in names]


def curators() -> list[tuple[str, str]]:
    """Who has proposed pairs of the school."""
    proposed = Membership.objects.filter(pk__in=Pair.objects.order_by().values("proposed_by")).order_by("pk").select_related("user")
    named = proposed.only("user__username", "user__last_name", "user__first_name", "user__patronymic")
    return [(str(member.pk), member.user.get_full_name()) for member in named]


def of_people(prefix: str, **conditions) -> Q:
    """The mentor or one of the mentees answers `conditions`; `prefix` leads from the row to the pair."""
    of_mentee = {f"mentee__person__{key}": value for key, value in conditions.items()}
    of_mentor = {f"{prefix}mentor__person__{key}": value for key, value in conditions.items()}
    return Q(Exists(PairMentee.objects.filter(pair=OuterRef(f"{prefix}pk"), **of_mentee))) | Q(**of_mentor)


def attention_choices() -> list[tuple[str, str]]:
    return [("any", _("any reason")), *((rule.code, rule.sentence) for rule in RULES)]


class PeopleFilter(django_filters.FilterSet):
    """What lists of pairs and of meetings have in common; `path` leads from the row to the pair."""

    path = ""

    q = django_filters.CharFilter(label=_("Name"), method="filter_name")
    programme = django_filters.ChoiceFilter(label=_("Programme"), choices=programmes, method="filter_pair")
    form = django_filters.ChoiceFilter(label=_("Form"), choices=titles_of(Form), method="filter_pair")
    class_name = django_filters.ChoiceFilter(label=_("Class"), choices=(), method="filter_class")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["class_name"].extra["choices"] = class_names()

    def filter_name(self, rows, name, value):
        return rows.filter(of_people(self.path, search_key__contains=search_key(value)))

    def filter_class(self, rows, name, value):
        return rows.filter(of_people(self.path, class_name=value))

    def filter_pair(self, rows, name, value):
        return rows.filter(**{f"{self.path}{name}": value})


class PairFilter(PeopleFilter):
    path = ""

    curator = django_filters.ChoiceFilter(label=_("Curator"), choices=curators, field_name="proposed_by")
    role_model = django_filters.ChoiceFilter(label=_("Role model"), choices=titles_of(RoleModel))
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=titles_of(Kind))
    state = django_filters.ChoiceFilter(label=_("State"), choices=PairState)
    order = django_filters.ChoiceFilter(label=_("Order"), choices=ORDER, method="filter_order")
    attention = django_filters.ChoiceFilter(label=_("Needs attention"), choices=attention_choices, method="filter_attention")
    finish_way = django_filters.ChoiceFilter(label=_("How it ended"), choices=FinishWay)
    finish_reason = django_filters.ChoiceFilter(label=_("Reason of the end"), choices=reason_choices)

    class Meta:
        model = Pair
        fields = ()

    def filter_attention(self, rows, name, value):
        return rows.exclude(attention=CALM) if value == "any" else rows.filter(attention=RULES.index(BY_CODE[value]))

    def filter_order(self, rows, name, value):
        return rows.filter(state__in=WITHOUT_ORDER if value == "none" else FIXED)


class ConcernFilter(django_filters.FilterSet):
    state = django_filters.ChoiceFilter(label=_("State"), choices=ConcernState)

    class Meta:
        model = Concern
        fields = ()


class MeetingFilter(PeopleFilter):
    path = "pair__"

    type = django_filters.ChoiceFilter(label=_("Type"), choices=MeetingType)
    held = django_filters.ChoiceFilter(label=_("Took place"), choices=HELD, method="filter_held")
    since = django_filters.DateFilter(label=_("Since"), field_name="held_on", lookup_expr="gte", widget=DayInput)
    until = django_filters.DateFilter(label=_("Until"), field_name="held_on", lookup_expr="lte", widget=DayInput)

    class Meta:
        model = Meeting
        fields = ()

    def filter_held(self, rows, name, value):
        return rows.filter(took_place=value == "yes")


class RunFilter(django_filters.FilterSet):
    programme = django_filters.ChoiceFilter(label=_("Programme"), choices=programmes)
    state = django_filters.ChoiceFilter(label=_("State"), choices=RunState)

    class Meta:
        model = MatchingRun
        fields = ()
