import django_filters
from django.utils.translation import gettext_lazy as _

from mentoring.common.names import search_key
from monitoring.models import Invitation
from pairs.enums import Side
from programmes.models import Form


def _forms():
    return list(Form.objects.values_list("code", "title"))


class InvitationFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("Find by name"), method="named_like")
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=[("waiting", _("Not answered")), ("answered", _("Answered"))], empty_label=_("All"), method="in_state"
    )
    side = django_filters.ChoiceFilter(label=_("Side"), choices=Side, empty_label=_("All"))
    form = django_filters.ChoiceFilter(label=_("Form"), field_name="questionnaire__form_code", choices=_forms, empty_label=_("All"))

    class Meta:
        model = Invitation
        fields = []

    def named_like(self, rows, name, value):
        return rows.filter(person__search_key__contains=search_key(value))

    def in_state(self, rows, name, value):
        return rows.filter(answered_at__isnull=value == "waiting")
