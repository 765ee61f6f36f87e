from types import SimpleNamespace

from django.utils.html import format_html

from mentoring.common.lists import Column
from mentoring.common.lists.rows import RowWriter

COLUMNS = (
    Column("name", "Имя", lambda row: row.name),
    Column("note", "Заметка", lambda row: row.note, css="text-end"),
    Column("sign", "Знак", lambda row: "", html=lambda row: format_html("<b>{}</b>", row.note)),
)
ROW = SimpleNamespace(name="Ёжикова <script>", note="a & b")


def test_the_first_cell_is_the_heading_and_carries_the_link():
    html = RowWriter(COLUMNS).write(ROW, "/people/1/?a=1&b=2")

    assert html.startswith('<tr class="has-link"><th scope="row" class=""><a class="stretched-link" href="/people/1/?a=1&amp;b=2">')


def test_what_people_wrote_is_escaped_and_markup_is_kept():
    html = RowWriter(COLUMNS).write(ROW, "")

    assert "<tr><th" in html
    assert "Ёжикова &lt;script&gt;" in html
    assert '<td class="text-end" data-label="Заметка"><span>a &amp; b</span></td>' in html
    assert "<b>a &amp; b</b>" in html


def test_nothing_is_a_dash():
    assert "<span>—</span>" in RowWriter(COLUMNS).write(SimpleNamespace(name="Имя", note=""), "")
