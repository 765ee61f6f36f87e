"""What number comes next."""

from django.utils.translation import gettext as _

from reports.models import NumberCounter, NumberHold, NumberSeries


def series_rows(school, year: int) -> list[dict]:
    """Each series with the look of its numbers and the number the next order of the year would get; nothing is taken."""
    counters = dict(NumberCounter.objects.filter(year=year).values_list("series", "last"))
    series = [("main", _("Main series"), school.order_number_template), *NumberSeries.objects.values_list("code", "title", "template")]
    return [
        {
            "code": code,
            "title": title,
            "last": counters.get(code, 0),
            "template": template,
            "next": template.replace("{n}", str(counters.get(code, 0) + 1)).replace("{y}", str(year)),
        }
        for code, title, template in series
    ]


def number_hold(school) -> NumberHold | None:
    """The restore whose lost numbers nobody has told yet."""
    return NumberHold.objects.filter(school=school).first()
