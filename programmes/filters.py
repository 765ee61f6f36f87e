import django_filters
from django.utils.translation import gettext_lazy as _

from programmes.models import Form, Programme, SchoolYear


class ProgrammeFilter(django_filters.FilterSet):
    year = django_filters.ModelChoiceFilter(label=_("School year"), queryset=lambda request: SchoolYear.objects.all())
    form = django_filters.ModelChoiceFilter(label=_("Form"), method="filter_form", queryset=lambda request: Form.objects.all())

    class Meta:
        model = Programme
        fields = ()

    def filter_form(self, rows, name, value):
        """By key, not by a join: the progress would count its measures once for each form."""
        return rows.filter(pk__in=value.programmes.values("pk"))
