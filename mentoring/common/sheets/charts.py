"""A native chart beside the numbers of a sheet, so that it follows when somebody corrects a cell."""

from openpyxl.chart import BarChart, Reference
from openpyxl.utils import get_column_letter

from mentoring.common.sheets.columns import Sheet

ROW_HEIGHT, FRAME = 1.1, 3  # cm: a category's bars; title, legend and axis together


def add_chart(worksheet, sheet: Sheet, rows: int) -> None:
    """Horizontal bars right of the table."""
    chosen = sheet.chart
    shown = rows if chosen.rows is None else min(rows, chosen.rows)
    last = shown + 1
    chart = BarChart()
    chart.type, chart.title = "bar", str(chosen.title)
    chart.width, chart.height = 22, FRAME + ROW_HEIGHT * shown
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, chosen.maximum
    chart.x_axis.scaling.orientation = "maxMin"  # the first row on top, as in the table
    chart.x_axis.delete = chart.y_axis.delete = False
    for column in chosen.series:
        chart.add_data(Reference(worksheet, min_col=column, min_row=1, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(worksheet, min_col=chosen.categories, min_row=2, max_row=last))
    worksheet.add_chart(chart, f"{get_column_letter(len(sheet.columns) + 2)}2")
