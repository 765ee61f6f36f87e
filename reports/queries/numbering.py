"""What number comes next."""

from reports.models import NumberCounter, NumberSeries


def series_rows(school, year: int) -> list[dict]:
    """Each series with the look of its numbers and the number the next order of the year would get; nothing is taken."""
    counters = dict(NumberCounter.objects.filter(year=year).values_list("series", "last"))
    series = [("main", "", school.order_number_template), *NumberSeries.objects.values_list("code", "title", "template")]
    return [
        {
            "title": title,
            "template": template,
            "next": template.replace("{n}", str(counters.get(code, 0) + 1)).replace("{y}", str(year)),
        }
        for code, title, template in series
    ]
