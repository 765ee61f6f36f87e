import django_filters
from django.utils.translation import gettext_lazy as _

from programmes.models import Programme, SchoolYear
from reports.enums import OrderState
from reports.models import Order


class OrderFilter(django_filters.FilterSet):
    state = django_filters.ChoiceFilter(label=_("State"), choices=OrderState, empty_label=_("All"))
    programme = django_filters.ModelChoiceFilter(
        label=_("Programme"), queryset=lambda request: Programme.objects.visible_to(request.actor), empty_label=_("All")
    )
    year = django_filters.ModelChoiceFilter(
        label=_("School year"), field_name="programme__year", queryset=lambda request: SchoolYear.objects.all(), empty_label=_("All")
    )

    class Meta:
        model = Order
        fields = ()
