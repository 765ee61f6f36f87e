import time

import pytest
from defusedxml import ElementTree as ET
from django.utils import translation

from mentoring.common.charts import BarChart, Series
from mentoring.common.papers.printer import print_pdf

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def chart():
    return BarChart("Вход и выход", ["Тревожность <b>", "Интерес"], [Series("Вход", [3.2, 5.555]), Series("Выход", [7, None])], maximum=10)


@pytest.fixture(autouse=True)
def _russian():
    with translation.override("ru"):
        yield


def bars(chart) -> list[float]:
    return [float(bar.get("width")) for bar in ET.fromstring(chart.svg).findall(f"{SVG}rect")][len(chart.series) :]


def test_bars_are_as_long_as_their_values(chart):
    widths = bars(chart)
    assert widths[0] / 3.2 == pytest.approx(widths[1] / 7, rel=0.01)
    assert len(widths) == 3


def test_the_strict_policy_lets_the_chart_stand_in_the_page(chart):
    root = ET.fromstring(chart.svg)
    assert {element.tag for element in root.iter()} <= {SVG + name for name in ("svg", "title", "rect", "text")}
    assert not [name for element in root.iter() for name in element.attrib if name == "style" or name.startswith("on")]


def test_labels_are_text_whatever_they_hold(chart):
    assert "Тревожность &lt;b&gt;" in chart.svg
    assert "<b>" not in chart.svg


def test_the_table_says_what_the_bars_say(chart):
    texts = [text.text for text in ET.fromstring(chart.svg).findall(f"{SVG}text")]
    assert chart.rows() == [("Тревожность <b>", ["3,2", "7"]), ("Интерес", ["5,56", "–"])]
    assert [text for text in texts if text[0].isdigit() or text == "–"] == ["3,2", "7", "5,56", "–"]


def test_the_title_is_read_out(chart):
    root = ET.fromstring(chart.svg)
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == "Вход и выход"


@pytest.mark.parametrize("values", [[], [None], [0]])
def test_a_chart_of_nothing_is_drawn(values):
    chart = BarChart("Пусто", ["Интерес"] * len(values), [Series("Вход", values)])
    assert bars(chart) == []


def test_the_chart_prints_without_a_word_in_the_log(chart, caplog):
    print_pdf(f'<html lang="ru"><head><title>x</title></head><body>{chart.svg}</body></html>')
    assert caplog.records == []


def test_drawing_is_quick(chart):
    chart.svg  # noqa: B018 - warm formats
    started = time.perf_counter()
    for _ in range(10):
        chart.svg  # noqa: B018 - what is timed
    assert (time.perf_counter() - started) / 10 < 0.01
