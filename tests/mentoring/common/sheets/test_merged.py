from io import BytesIO

import openpyxl

from mentoring.common.sheets.reader import read_rows


def read(cells, *ranges):
    book = openpyxl.Workbook()
    for row in cells:
        book.active.append(row)
    for area in ranges:
        book.active.merge_cells(area)
    file = BytesIO()
    book.save(file)
    return [(row.number, list(row.values)) for row in read_rows(BytesIO(file.getvalue()))]


def test_a_cell_merged_over_several_people_belongs_to_each_of_them():
    rows = read([["ФИО", "Класс"], ["А", "7Б"], ["Б", None], ["В", "8А"]], "B2:B3")

    assert rows[1:] == [(2, ["А", "7Б"]), (3, ["Б", "7Б"]), (4, ["В", "8А"])]


def test_a_title_merged_over_the_columns_stays_in_its_first_cell():
    assert read([["База", None, None], ["ФИО", "Класс", "Запрос"]], "A1:C1")[0] == (1, ["База"])


def test_an_empty_row_under_a_merged_cell_stays_empty():
    assert [number for number, _values in read([["а", "б"], [None, None], ["в", "г"]], "B1:B2")] == [1, 3]
