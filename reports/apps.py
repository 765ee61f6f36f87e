from django.apps import AppConfig

from accounts.actor_facts import ACTOR_FACTS
from mentoring.common import declension


class ReportsConfig(AppConfig):
    name = "reports"

    def ready(self):
        from reports.queries import name_cases, own_orders, person_names  # noqa: PLC0415 - models are there only now

        declension.RULES.update(in_case=name_cases.in_case, is_woman=person_names.is_woman)
        ACTOR_FACTS["is_named_in_orders"] = own_orders.is_named_in_orders
