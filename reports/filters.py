from functools import reduce
from operator import and_, or_

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mentoring.common.day_input import DayInput
from participants.class_names import tidy_class_name
from programmes.enums import PersonKind
from programmes.models import Programme, SchoolYear
from reports.enums import EARLIER, OrderState
from reports.forms.numbers import series_choices
from reports.models import Acknowledgement, Order
from reports.queries.numbering import calendar_years
from reports.queries.order_texts import order_kinds


def kind_choices() -> list[tuple[str, str]]:
    return [*[(kind["code"], kind["menu"]) for kind in order_kinds()], (EARLIER, OrderState.REGISTERED.label)]


def holds(field: str, words: str) -> Q:
    """Every word stands in the field, whatever its case. SQLite folds no Cyrillic letters."""
    spelled = [{word, word.lower(), word.upper(), word.capitalize()} for word in words.split()]
    return reduce(and_, (reduce(or_, (Q(**{f"{field}__icontains": one}) for one in sorted(ways))) for ways in spelled), Q())


class OrderFilter(django_filters.FilterSet):
    number = django_filters.CharFilter(label=_("Number"), method="filter_words")
    title = django_filters.CharFilter(label=_("Words of the heading"), method="filter_words")
    since = django_filters.DateFilter(label=_("Signed since"), field_name="signed_on", lookup_expr="gte", widget=DayInput)
    until = django_filters.DateFilter(label=_("Signed until"), field_name="signed_on", lookup_expr="lte", widget=DayInput)
    calendar_year = django_filters.ChoiceFilter(label=_("Calendar year"), field_name="year", choices=calendar_years, empty_label=_("All"))
    state = django_filters.ChoiceFilter(label=_("State"), choices=OrderState, empty_label=_("All"))
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=kind_choices, empty_label=_("All"))
    programme = django_filters.ModelChoiceFilter(
        label=_("Programme"), queryset=lambda request: Programme.objects.visible_to(request.actor), empty_label=_("All")
    )
    year = django_filters.ModelChoiceFilter(
        label=_("School year"), field_name="programme__year", queryset=lambda request: SchoolYear.objects.all(), empty_label=_("All")
    )

    series = django_filters.ChoiceFilter(label=_("Series of numbers"), choices=series_choices, empty_label=_("All"))

    class Meta:
        model = Order
        fields = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if len(series_choices()) == 1:
            del self.filters["series"]

    def filter_words(self, rows, name, value):
        return rows.filter(holds(name, value))


def unread_orders(actor):
    """Signed orders that somebody has not read."""
    waiting = Acknowledgement.objects.waiting().values("order")
    return Order.objects.visible_to(actor).filter(state=OrderState.SIGNED, pk__in=waiting).defer("payload", "texts")


class UnreadFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("Part of a name"), method="filter_name")
    programme = django_filters.ModelChoiceFilter(
        label=_("Programme"), field_name="order__programme", queryset=lambda request: Programme.objects.visible_to(request.actor)
    )
    order = django_filters.ModelChoiceFilter(label=pgettext_lazy("paper", "Order"), queryset=lambda request: unread_orders(request.actor))
    kind = django_filters.ChoiceFilter(label=_("Who"), field_name="person__kind", choices=PersonKind)
    class_name = django_filters.CharFilter(label=_("Class"), method="filter_class")

    class Meta:
        model = Acknowledgement
        fields = ()

    def filter_name(self, rows, name, value):
        return rows.filter(holds("name", value))

    def filter_class(self, rows, name, value):
        return rows.filter(person__class_name=tidy_class_name(value))
