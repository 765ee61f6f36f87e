import datetime

import openpyxl
import pytest

from mentoring.common.sheets import reader
from mentoring.common.sheets.problems import BadWorkbook
from mentoring.common.sheets.reader import SheetRow, read_rows
from mentoring.common.sheets.safety import UnsafeWorkbook
from tests.mentoring.common.sheets.workbooks import SHEET, SHEET_XML, rebuilt, rewound, workbook


def test_rows_keep_the_numbers_and_columns_that_excel_shows():
    rows = list(read_rows(workbook([[], [None, None, "Имя", 5], [], [datetime.date(2012, 9, 1)], ["  "]])))
    assert rows == [
        SheetRow("Лист", 2, (None, None, "Имя", 5.0)),
        SheetRow("Лист", 4, (datetime.date(2012, 9, 1),)),
    ]
    assert (rows[0].value(3), rows[0].value(9)) == ("Имя", None)


def test_moments_and_times_come_as_such():
    moment = datetime.datetime(2025, 9, 1, 12, 30)  # noqa: DTZ001 - Excel knows no zones
    assert next(read_rows(workbook([[moment, datetime.time(10, 15)]]))).values == (moment, datetime.time(10, 15))


def test_hidden_sheets_are_not_read():
    book = openpyxl.load_workbook(workbook([["видно"]]))
    book.create_sheet("Словарь").append(["скрыто"])
    book["Словарь"].sheet_state = "hidden"
    book.create_sheet("Ещё").append(["тоже видно"])
    stream = workbook([])
    book.save(stream)
    assert [row.sheet for row in read_rows(rewound(stream))] == ["Лист", "Ещё"]


@pytest.mark.parametrize("rows", [[["а"]] * 6, [["а"] * 4]])
def test_more_rows_or_columns_than_allowed_are_refused(monkeypatch, rows):
    monkeypatch.setattr(reader, "MAX_ROWS", 5)
    monkeypatch.setattr(reader, "MAX_COLUMNS", 3)
    with pytest.raises(BadWorkbook, match="Лист"):
        list(read_rows(workbook(rows)))


def test_a_cell_in_the_far_corner_is_refused_and_not_allocated():
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    with pytest.raises(BadWorkbook):
        list(read_rows(rebuilt({SHEET: SHEET_XML.format(cells).encode()})))


def test_a_dimension_that_lies_changes_nothing():
    xml = SHEET_XML.format('<row r="1"><c r="A1"><v>1</v></c></row>').replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    assert [row.values for row in read_rows(rebuilt({SHEET: xml.encode()}))] == [(1.0,)]


def test_a_long_text_in_very_many_cells_is_refused():
    strings = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>' + "ab" * 250_000 + "</t></si></sst>"
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 5_000))
    bomb = rebuilt({"xl/sharedStrings.xml": strings.encode(), SHEET: SHEET_XML.format(cells).encode()})
    with pytest.raises((BadWorkbook, UnsafeWorkbook)):
        list(read_rows(bomb))


def test_broken_xml_is_refused():
    with pytest.raises(BadWorkbook):
        list(read_rows(rebuilt({SHEET: SHEET_XML.format('<row r="1"><c r="A1"><v>1</v>').encode()[:-30]})))


def test_an_empty_workbook_has_no_rows():
    assert list(read_rows(workbook([]))) == []


def test_a_reader_that_stops_early_leaves_no_process():
    rows = read_rows(workbook([["а"]] * 5_000))
    assert next(rows).number == 1
    rows.close()
