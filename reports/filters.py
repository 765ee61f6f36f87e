import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from programmes.models import Programme, SchoolYear
from reports.enums import EARLIER, OrderState
from reports.forms.numbers import series_choices
from reports.models import Acknowledgement, Order
from reports.queries.order_texts import order_kinds


def kind_choices() -> list[tuple[str, str]]:
    return [*[(kind["code"], kind["menu"]) for kind in order_kinds()], (EARLIER, OrderState.REGISTERED.label)]


class OrderFilter(django_filters.FilterSet):
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


class UnreadFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("Part of a name"), method="filter_name")
    programme = django_filters.ModelChoiceFilter(
        label=_("Programme"), field_name="order__programme", queryset=lambda request: Programme.objects.visible_to(request.actor)
    )

    class Meta:
        model = Acknowledgement
        fields = ()

    def filter_name(self, rows, name, value):
        """SQLite folds no Cyrillic letters, and a name begins with a capital one."""
        return rows.filter(Q(name__icontains=value) | Q(name__contains=value.capitalize()))
