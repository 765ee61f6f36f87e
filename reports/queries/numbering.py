"""What number comes next, and which place a number typed from paper has."""

import re

from django.utils.translation import gettext as _

from reports.models import NumberCounter, NumberHold, NumberSeries, Order

MAIN_SERIES = "main"  # orders on mentoring share one row of numbers with one another
PIECES = re.compile(r"(\{n\}|\{y\})")
DASHES = re.compile(r"[‐‑‒–—−]")


def series_rows(school, year: int) -> list[dict]:
    """Each series with the look of its numbers and the number the next order of the year would get; nothing is taken."""
    counters = dict(NumberCounter.objects.filter(year=year).values_list("series", "last"))
    borne = borne_numbers(Order.objects.filter(year=year))
    series = [(MAIN_SERIES, _("Main series"), school.order_number_template), *NumberSeries.objects.values_list("code", "title", "template")]
    return [
        {
            "code": code,
            "title": title,
            "last": counters.get(code, 0),
            "template": template,
            "next": (next_free(template, year, counters.get(code, 0), borne.get(code, set())) or (0, "—"))[1],
        }
        for code, title, template in series
    ]


def series_titles() -> dict[str, str]:
    """By code, the main one first."""
    return {MAIN_SERIES: _("Main series"), **dict(NumberSeries.objects.values_list("code", "title"))}


def calendar_years() -> list[tuple[int, str]]:
    """In which orders were numbered, the latest first."""
    years = Order.objects.exclude(number="").order_by("-year").values_list("year", flat=True).distinct()
    return [(year, str(year)) for year in years]


def borne_numbers(orders) -> dict[str, set[str]]:
    """What the papers of these orders bear, by series, each as `plain` says it."""
    borne: dict[str, set[str]] = {}
    for series, number in orders.exclude(number="").order_by().values_list("series", "number"):
        borne.setdefault(series, set()).add(plain(number))
    return borne


def next_free(template: str, year: int, last: int, borne: set[str]) -> tuple[int, str] | None:
    """The first place after `last` whose number no paper bears. None when all places of the template are called the same."""
    texts = ((place, number_text(template, place, year)) for place in range(last + 1, last + 2 + len(borne)))
    return next(((place, text) for place, text in texts if plain(text) not in borne), None)


def number_text(template: str, number: int, year: int) -> str:
    """«{n}/{y}» and 12 of 2026 give «12/2026». The template is a school's text, so nothing but {n} and {y} is looked at."""
    return template.replace("{n}", str(number)).replace("{y}", str(year))[:20]


def place_of(number: str, template: str, year: int) -> int | None:
    """71 for «71-од» by {n}-од. None for a number that does not look like those of the series."""
    first, *others = PIECES.split(template)
    pattern, seen = re.escape(plain(first)), False
    for mark, text in zip(others[::2], others[1::2], strict=True):
        pattern += str(year) if mark == "{y}" else ("(?P=n)" if seen else "(?P<n>[1-9][0-9]{0,4})")
        seen = seen or mark == "{n}"
        pattern += re.escape(plain(text))
    found = re.fullmatch(pattern, plain(number)) if seen else None
    return int(found["n"]) if found else None


def plain(text: str) -> str:
    """«17 – ОД» and «17-од» are one number to whoever looks for the paper."""
    return DASHES.sub("-", "".join(text.casefold().split()))


def number_hold(school) -> NumberHold | None:
    """The restore whose lost numbers nobody has told yet."""
    return NumberHold.objects.filter(school=school).first()
