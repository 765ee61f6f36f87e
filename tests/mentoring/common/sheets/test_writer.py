import datetime
import io
import tracemalloc
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from django.utils import timezone
from python_calamine import CalamineWorkbook

from mentoring.common.sheets.columns import Sheet, SheetColumn
from mentoring.common.sheets.writer import WorkbookWriter, write_workbook
from tests.mentoring.common.sheets.workbooks import member, rewound

COMMANDS = ["1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://x.test","Нажми")', "SUM(A1:A9)", '1+1";=1+1']
PREFIXES = ["=", "+", "-", "@", "\t=", "\r=", " =", "＝"]
PAYLOADS = [prefix + command for prefix in PREFIXES for command in COMMANDS]  # 40 of quality T-22
ERRORS = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]


def written(*sheets: Sheet) -> io.BytesIO:
    stream = io.BytesIO()
    write_workbook(stream, sheets)
    return rewound(stream)


def one_column(values, kind="text", heading="Имя") -> io.BytesIO:
    return written(Sheet("Лист", [SheetColumn(heading, kind)], ([value] for value in values)))


@pytest.mark.parametrize("payload", [*PAYLOADS, *ERRORS, "=", "TRUE", "0012"])
def test_user_text_is_never_a_formula_nor_an_error(payload):
    stream = one_column([payload], heading=payload)
    xml = member(stream)
    assert "<f>" not in xml
    assert 't="e"' not in xml
    assert xml.count('t="inlineStr"') == 2
    assert openpyxl.load_workbook(stream).active["A2"].value.strip() == payload.replace("\r", "\n").strip()


def test_characters_that_xml_forbids_are_left_out():
    stream = one_column(["а\x00б\x0bв\x1fг\ud800д\ufffe"])
    assert openpyxl.load_workbook(stream).active["A2"].value == "абвгд"


def test_text_that_looks_like_an_escape_reads_back_as_it_was():
    stream = one_column(["_x0041_ и _x000D_"])
    assert CalamineWorkbook.from_filelike(stream).get_sheet_by_index(0).to_python()[1] == ["_x0041_ и _x000D_"]


def test_text_longer_than_a_cell_ends_with_an_ellipsis():
    text = openpyxl.load_workbook(one_column(["я" * 40_000])).active["A2"].value
    assert (len(text), text[-1]) == (32_767, "…")


def test_dates_are_dates_and_look_russian():
    moment = datetime.datetime(2025, 9, 1, 21, 30, tzinfo=datetime.UTC)
    columns = [SheetColumn("Дата", "date"), SheetColumn("Когда", "datetime")]
    sheet = openpyxl.load_workbook(written(Sheet("Лист", columns, [[datetime.date(2025, 9, 1), moment], [moment, None]]))).active
    assert sheet["A2"].value == datetime.datetime(2025, 9, 1)  # noqa: DTZ001 - Excel knows no zones
    assert sheet["A2"].number_format == "DD.MM.YYYY"
    assert sheet["B2"].value == timezone.make_naive(moment)
    assert sheet["B2"].number_format == "DD.MM.YYYY HH:MM"
    assert sheet["A3"].value.date() == timezone.localdate(moment)


def test_numbers_are_numbers():
    sheet = openpyxl.load_workbook(one_column([5, Decimal("2.50"), None], kind="decimal")).active
    assert [sheet.cell(row, 1).value for row in (2, 3, 4)] == [5, 2.5, None]


@pytest.mark.parametrize("kind, value", [("integer", "=1+1"), ("decimal", "5"), ("integer", True), ("date", "=1+1"), ("datetime", 5)])
def test_a_value_of_another_kind_is_a_fault_of_the_program(kind, value):
    with pytest.raises(TypeError):
        one_column([value], kind=kind)


def test_an_unknown_kind_is_refused_where_the_column_is_made():
    with pytest.raises(ValueError, match="money"):
        SheetColumn("Имя", "money")


def test_a_row_of_another_length_is_a_fault_of_the_program():
    with pytest.raises(ValueError, match="zip"):
        written(Sheet("Лист", [SheetColumn("Имя")], [["а", "б"]]))


def test_the_heading_is_bold_frozen_filtered_and_wide():
    stream = written(Sheet("Лист", [SheetColumn("Имя", width=30), SheetColumn("Класс")], [["а", "5"], ["б", "6"]]))
    sheet = openpyxl.load_workbook(stream).active
    assert sheet["A1"].font.bold
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet.column_dimensions["A"].width == 30


def test_on_paper_a_sheet_has_lines_and_is_as_wide_as_the_paper():
    sheet = openpyxl.load_workbook(one_column(["Аня"])).active
    assert sheet.print_options.gridLines
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_sheet_names_become_what_excel_accepts():
    names = ["Пары [2025/26]: всё?", "я" * 40, "я" * 40, "", "'лист'", "ПАРЫ  2025 26   всё"]
    book = openpyxl.load_workbook(written(*(Sheet(name, [SheetColumn("Имя")], []) for name in names)))
    assert book.sheetnames == ["Пары 2025 26 всё", "я" * 31, "я" * 27 + " (2)", "Sheet", "лист", "ПАРЫ 2025 26 всё (2)"]


def test_only_plain_workbooks_are_made():
    with zipfile.ZipFile(one_column(["а"])) as archive:
        assert not [name for name in archive.namelist() if "vba" in name.lower() or "external" in name.lower()]


def test_the_writer_counts_rows():
    with WorkbookWriter(io.BytesIO()) as writer:
        assert writer.add(Sheet("Лист", [SheetColumn("Имя")], iter([["а"], ["б"]]))) == 2


def test_rows_that_fail_leave_no_file_behind(tmp_path, monkeypatch):
    def rows():
        yield ["а"]
        raise LookupError

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(LookupError):
        written(Sheet("Первый", [SheetColumn("Имя")], [["а"]]), Sheet("Второй", [SheetColumn("Имя")], rows()))
    assert list(tmp_path.iterdir()) == []


def test_memory_does_not_grow_with_rows():
    columns = [SheetColumn("Имя"), SheetColumn("Дата", "date")]

    def peak(count: int) -> int:
        tracemalloc.start()
        try:
            written(Sheet("Лист", columns, (["Иванов", datetime.date(2025, 9, 1)] for _ in range(count))))
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(10)
    assert peak(20_000) < 1.2 * peak(2_000) + 200_000
