import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.enums import Role
from accounts.models import AuditEvent, Membership


class MemberFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("Name or login"), method="filter_text")
    role = django_filters.ChoiceFilter(label=_("Role"), choices=Role)

    class Meta:
        model = Membership
        fields = ()

    def filter_text(self, rows, name, value):
        return rows.filter(Q(user__last_name__icontains=value) | Q(user__first_name__icontains=value) | Q(user__username__icontains=value))


class JournalFilter(django_filters.FilterSet):
    who = django_filters.CharFilter(label=_("Who"), field_name="by_name", lookup_expr="icontains")
    since = django_filters.DateFilter(label=_("Since"), field_name="at", lookup_expr="date__gte")
    until = django_filters.DateFilter(label=_("Until"), field_name="at", lookup_expr="date__lte")

    class Meta:
        model = AuditEvent
        fields = ()
