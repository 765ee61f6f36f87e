import io
import logging
import threading

import pytest
from django.utils import translation
from pypdf import PdfReader

from mentoring.common.papers import PaperError, render_paper, render_preview
from tests.mentoring.common.papers.specimen import SPECIMEN, order

MILLIMETRE = 72 / 25.4


def pages(pdf: bytes) -> list[str]:
    """Text of each page with plain blanks."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


@pytest.fixture(scope="module")
def paper():
    return render_paper(SPECIMEN, order(pairs=60))


@pytest.fixture
def template(tmp_path, settings):
    """Call it with the body of a template to get its name."""

    def write(body: str) -> str:
        (tmp_path / "paper.html").write_text(
            "{% extends paper_base %}{% block title %}Лист{% endblock %}{% block paper %}" + body + "{% endblock %}"
        )
        return "paper.html"

    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [*settings.TEMPLATES[0]["DIRS"], tmp_path]}]
    return write


def test_an_order_prints_without_a_word_in_the_log(caplog):
    render_paper(SPECIMEN, order())
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_the_html_holds_what_the_director_reads(paper):
    for words in ("ПРИКАЗЫВАЮ:", "71-од", "Громова Анна 60", "М.В. Соколова", "Лист ознакомления"):
        assert words in paper.html
        assert words in " ".join(pages(paper.pdf))


def test_the_order_reads_from_top_to_bottom(paper):
    text = " ".join(pages(paper.pdf))
    parts = [
        "Лицей № 12",
        "ПРИКАЗ",
        "1 сентября 2025 г.",
        "О закреплении",
        "В целях",
        "ПРИКАЗЫВАЮ:",
        "1. Утвердить",
        "– провести",
        "3. Контроль",
    ]
    parts += ["Директор", "М.В. Соколова", "Приложение 1", "к приказу № 71-од", "Громова Анна 1", "Лист ознакомления"]
    places = [text.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_pages_are_numbered_from_the_second(paper):
    texts = pages(paper.pdf)
    assert len(texts) == 4
    assert texts[0].startswith("СОГЛАСОВАНО")
    assert [text.split()[-1] for text in texts] == ["Соколова", "2", "3", "4"]  # margins are painted last


def test_a_long_table_repeats_its_heading(paper):
    assert ["Наставляемый Класс" in text for text in pages(paper.pdf)] == [False, True, True, False]


def test_the_sheet_is_a4_with_the_margins_of_the_standard(paper):
    page = PdfReader(io.BytesIO(paper.pdf)).pages[0]
    assert (round(page.mediabox.width / MILLIMETRE), round(page.mediabox.height / MILLIMETRE)) == (210, 297)
    starts = []
    page.extract_text(
        visitor_text=lambda text, cm, tm, font, size: starts.append((cm[4] + tm[4] * cm[0]) / MILLIMETRE) if text.strip() else None
    )
    assert min(starts) == pytest.approx(30, abs=1)


def test_fonts_are_our_own_and_travel_with_the_paper(paper):
    fonts = [font.get_object() for page in PdfReader(io.BytesIO(paper.pdf)).pages for font in page["/Resources"]["/Font"].values()]
    assert {font["/BaseFont"].partition("+")[2] for font in fonts} == {"Tinos", "Tinos-Bold"}
    for font in fonts:
        assert "/FontFile2" in font["/DescendantFonts"][0].get_object()["/FontDescriptor"]


def test_the_paper_is_tagged_for_screen_readers(paper):
    reader = PdfReader(io.BytesIO(paper.pdf))
    assert reader.root_object["/Lang"] == "ru"
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert reader.metadata.title.replace("\u00a0", " ") == "Приказ № 71-од"
    assert "pdfuaid:part" in reader.xmp_metadata.stream.get_data().decode()


def test_printed_again_the_paper_is_the_same_to_the_byte(paper):
    with translation.override("en"):
        again = render_paper(SPECIMEN, order(pairs=60))
    assert again.sha256 == paper.sha256
    assert render_paper(SPECIMEN, order(pairs=60, number="72-од")).sha256 != paper.sha256


def test_threads_may_print_at_the_same_time():
    prints = []
    threads = [threading.Thread(target=lambda: prints.append(render_paper(SPECIMEN, order()).sha256)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(prints) == 4
    assert len(set(prints)) == 1


def test_names_with_markup_are_printed_literally():
    name = '<img src="http://127.0.0.1:9/x"><link rel=attachment href="file:///etc/passwd">'
    paper = render_paper(SPECIMEN, order(name=name))
    assert "&lt;img" in paper.html
    assert "file:///etc/passwd" in pages(paper.pdf)[0].replace(" ", "")
    assert PdfReader(io.BytesIO(paper.pdf)).attachments == {}


def test_an_unsigned_order_leaves_room_for_date_and_number():
    html = render_paper(SPECIMEN, order(date="", number="")).html
    assert "№&nbsp;__________" in html
    assert "к приказу № ________" in html


def test_the_signature_stays_with_the_end_of_the_text():
    for lines in range(14, 26):
        items = [{"text": "Провести встречу наставников.", "parts": []}] * lines
        texts = pages(render_paper(SPECIMEN, order(items=items, stamps=[])).pdf)
        signed = next(text for text in texts if "М.В. Соколова" in text)
        assert "Провести встречу" in signed


def test_the_preview_is_the_same_sheet_without_the_document(paper):
    preview = render_preview(SPECIMEN, order(pairs=60))
    body = paper.html.partition('<article class="paper">')[2].partition("</article>")[0]
    assert preview.strip().startswith('<article class="paper"')
    assert body.strip() in preview
    assert "<html" not in preview
    assert "<title" not in preview
    assert "style=" not in preview


@pytest.mark.parametrize("address", ["/static/img/missing.png", "/static/css/missing.css"])
def test_a_missing_file_is_an_error_and_no_paper(template, caplog, address):
    with pytest.raises(PaperError):
        render_paper(template(f'<img alt="" src="{address}">'), {})
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert address in caplog.text


def test_a_wide_part_lies_on_its_side(template):
    pdf = render_paper(template('<p>Текст</p><section class="paper-wide"><p>Таблица</p></section>'), {}).pdf
    sizes = [(page.mediabox.width > page.mediabox.height) for page in PdfReader(io.BytesIO(pdf)).pages]
    assert sizes == [False, True]


def test_a_table_whose_last_rows_fill_more_than_a_page_prints(template):
    name = template("{% include 'papers/_table.html' %}")
    tall = [[{"text": "Изучить состав обучающихся. " * 40, "span": 1}, {"text": "сентябрь", "span": 1}]]
    bodies = [tall * 2, tall * 3, tall * 3]
    table = {"columns": ["Мероприятие", "Срок"], "bodies": bodies, "look": "", "spans": True, "whole": False}

    assert " ".join(pages(render_paper(name, {"table": table}).pdf)).count("сентябрь") == 8
