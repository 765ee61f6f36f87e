"""T-18b: a paper that would hold a worker for minutes is refused before it is laid out."""

import pytest

from mentoring.common.papers import PaperTooLarge, render_paper
from mentoring.common.papers.printer import MAX_PAPER, MAX_TEXT, print_bundle, print_pdf
from tests.mentoring.common.papers.specimen import SPECIMEN, order

ROW = "<tr><td>1</td><td>Иванов Иван Иванович</td><td>8 «Б»</td><td>Петров Пётр Петрович</td><td>10 «А»</td></tr>"


def document(body: str) -> str:
    return f'<html lang="ru"><head><title>Лист</title></head><body>{body}</body></html>'


LARGE = {
    "a name of a megabyte": document(f"<p>{'Ж' * 1_000_000}</p>"),
    "a text just too long": document(f"<p>{'ж' * (MAX_TEXT + 1)}</p>"),
    "a number of a megabyte": document(f"<td>{'9' * 1_000_000}</td>"),
    "long texts in narrow columns": document(f"<table>{('<tr>' + f'<td>{chr(1078) * 600}</td>' * 8 + '</tr>') * 100}</table>"),
    "ten thousand rows": document(f"<table>{ROW * 10_000}</table>"),
    "a cell over a million columns": document('<table><tr><td colspan="1000000">х</td></tr></table>'),
    "a hundred million columns": document("<table><col span = '100000000'><tr><td>х</td></tr></table>"),
    "tables in tables": document("<table><tr><td>" * 300 + "х" + "</td></tr></table>" * 300),
}


@pytest.mark.parametrize("html", LARGE.values(), ids=LARGE)
def test_an_unreasonable_paper_is_refused_and_the_next_one_prints(html):
    with pytest.raises(PaperTooLarge, match="слишком велика"):
        print_pdf(html)

    assert print_pdf(document("<p>Лист</p>")).startswith(b"%PDF")


@pytest.mark.parametrize("html", [html for name, html in LARGE.items() if name != "tables in tables"])
def test_what_is_too_large_is_never_laid_out(html, monkeypatch):
    monkeypatch.setattr("mentoring.common.papers.printer.HTML", lambda **given: pytest.fail("the layout began"))

    with pytest.raises(PaperTooLarge):
        print_pdf(html)


def test_a_long_text_within_the_limit_prints():
    assert print_pdf(document(f"<p>{'ж' * MAX_TEXT}</p>")).startswith(b"%PDF")


@pytest.mark.parametrize(
    "html",
    [
        '<p style="width: 1e12mm; height: 1e12mm">х</p>',
        '<p style="margin: 1e12mm; padding: 1e12mm">х</p>',
        '<svg width="1e12" height="1e12"><title>х</title><rect width="1e12" height="1e12"/></svg>',
        '<img alt="" width="1000000000" height="1000000000" src="/static/img/favicon.svg">',
        "<table><tr><td rowspan=1000000000>х</td></tr></table>",
        "<p>colspan=1000000</p>",
    ],
    ids=["box", "margin", "drawing", "picture", "rows", "only words"],
)
def test_giant_dimensions_hold_nobody_up(html):
    assert print_pdf(document(html)).startswith(b"%PDF")


def test_many_papers_of_one_file_are_measured_one_by_one():
    paragraphs = document(f"<!--{'x' * 40_000}-->" * (MAX_PAPER // 40_007))  # near the limit and nothing to lay out

    assert print_bundle([paragraphs, paragraphs], lambda done: None).startswith(b"%PDF")


def test_a_name_of_a_megabyte_makes_no_paper():
    with pytest.raises(PaperTooLarge):
        render_paper(SPECIMEN, order(name="Ж" * 1_000_000))
