"""One spec → one SVG, for the page and for the paper, next to a table of the same numbers.

Only presentation attributes: no <style>, no style attribute, no script, so the strict Content-Security-Policy lets it stand inline.
Text takes the colour of the page around it; series differ by fill and outline, so grey print and dark theme keep them apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from xml.etree import ElementTree as ET

from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe

WIDTH = 640
BAR, GAP, LABEL, LEGEND, VALUE = 14, 3, 20, 28, 56  # heights of a bar, between bars, of a label, of the legend; width kept for a value
TEAL, ORANGE = "#1f8577", "#d0691f"  # at least 3:1 on white and on the dark surface (WCAG 1.4.11)
FILLS = ((TEAL, "0.25"), (TEAL, "1"), (ORANGE, "0.25"), (ORANGE, "1"))
FONT = "Golos Text Variable, Tinos, sans-serif"


@dataclass(frozen=True)
class Series:
    """One value a category, None where nothing was measured."""

    name: str
    values: Sequence[float | None]


@dataclass(frozen=True)
class BarChart:
    """Grouped horizontal bars: a group a category, a bar a series (four at most), all values from 0 to `maximum`."""

    title: str
    categories: Sequence[str]
    series: Sequence[Series]
    maximum: float | None = None

    def groups(self) -> list[tuple[str, list[float | None]]]:
        """A category and its value of each series."""
        return [(str(category), [series.values[index] for series in self.series]) for index, category in enumerate(self.categories)]

    def rows(self) -> list[tuple[str, list[str]]]:
        """The same as texts of a table, written like the numbers at the bars."""
        return [(category, [shown(value) for value in values]) for category, values in self.groups()]

    @property
    def svg(self) -> SafeString:
        """An <svg> element to stand in HTML, its title read out by screen readers and PDF/UA."""
        group = LABEL + len(self.series) * (BAR + GAP) + 8
        height = LEGEND + group * len(self.categories)
        root = ET.Element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH} {height}", width=str(WIDTH), height=str(height))
        root.attrib |= {"role": "img", "aria-label": str(self.title), "font-family": FONT, "font-size": "13", "class": "chart"}
        ET.SubElement(root, "title").text = str(self.title)
        _legend(root, self.series)
        scale = (WIDTH - VALUE) / (self.maximum or max((value for _, values in self.groups() for value in values if value), default=1))
        for index, (category, values) in enumerate(self.groups()):
            top = LEGEND + index * group
            _text(root, 0, top + 14, category)
            for place, value in enumerate(values):
                _bar(root, top + LABEL + place * (BAR + GAP), value, scale, FILLS[place])
        return mark_safe(ET.tostring(root, encoding="unicode"))  # ElementTree escapes every text


def shown(value: float | None) -> str:
    """At most two decimals, halves up; a dash for what was not measured."""
    if value is None:
        return "–"
    return number_format(Decimal(str(value)).quantize(Decimal("0.01"), ROUND_HALF_UP).normalize())


def _legend(root: ET.Element, series: Sequence[Series]) -> None:
    for place, (one, fill) in enumerate(zip(series, FILLS, strict=False)):
        left = place * WIDTH / len(series)
        _rectangle(root, left, 4, BAR, fill)
        _text(root, left + BAR + 6, 16, one.name)


def _bar(root: ET.Element, top: float, value: float | None, scale: float, fill: tuple[str, str]) -> None:
    width = max(value or 0, 0) * scale
    if width:
        _rectangle(root, 0, top, width, fill)
    _text(root, width + 6, top + BAR - 2, shown(value))


def _rectangle(root: ET.Element, left: float, top: float, width: float, fill: tuple[str, str]) -> None:
    colour, opacity = fill
    size = {"x": f"{left + 0.5:.1f}", "y": f"{top + 0.5:.1f}", "width": f"{width:.1f}", "height": str(BAR - 1)}
    ET.SubElement(root, "rect", size | {"fill": colour, "fill-opacity": opacity, "stroke": colour})


def _text(root: ET.Element, left: float, base: float, text: str) -> None:
    ET.SubElement(root, "text", x=f"{left:.1f}", y=f"{base:.1f}", fill="currentColor").text = str(text)
