from django.apps import AppConfig

from mentoring.common import declension


class ReportsConfig(AppConfig):
    name = "reports"

    def ready(self):
        from reports.queries import name_cases, person_names  # noqa: PLC0415 - models are there only now

        declension.RULES.update(in_case=name_cases.in_case, is_woman=person_names.is_woman)
