"""Exports against a bare openpyxl loop over the same cells, and their memory against their length."""

import datetime
import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

from bench.harness import figure
from mentoring.common.sheets.columns import Sheet, SheetColumn
from mentoring.common.sheets.safety import UnsafeWorkbook, check_workbook
from mentoring.common.sheets.writer import write_workbook
from tests.mentoring.common.sheets.test_safety import BOMBS

COLUMNS = [
    SheetColumn("Фамилия, имя, отчество", width=36),
    SheetColumn("Дата рождения", "date", 14),
    SheetColumn("Класс", width=8),
    SheetColumn("Запрос", width=50),
    SheetColumn("Телефон", width=18),
    SheetColumn("Встреч", "integer", 8),
    SheetColumn("Форма наставничества", width=24),
    SheetColumn("Дата входа", "date", 14),
    SheetColumn("Результат", width=40),
    SheetColumn("Балл", "decimal", 8),
]


def rows(count: int) -> Iterator[list]:
    day = datetime.date(2012, 9, 1)
    for number in range(count):
        name, request = f"Иванова Мария Петровна {number}", f"Подготовка к олимпиаде, тема {number % 97}"
        yield [name, day, "8 «Б»", request, "+7 900 000-00-00", number % 40, "Учитель – ученик", day, "Цель достигнута", 7.5]


def export(target, count: int) -> None:
    write_workbook(target, [Sheet("Наставляемые", COLUMNS, rows(count))])


def bare(target, count: int) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Наставляемые")
    sheet.append([column.heading for column in COLUMNS])
    for row in rows(count):
        sheet.append(row)
    book.save(target)


@figure("sheets.write_10000_vs_bare", target=1.3)
def write_10000_vs_bare():
    return lambda: export(io.BytesIO(), 10_000), lambda: bare(io.BytesIO(), 10_000)


@figure("sheets.memory_100000_vs_10000", target=1.2)
def memory_100000_vs_10000():
    return _peak(100_000) / _peak(10_000)


@figure("sheets.slowest_bomb_vs_one_second", target=1)
def slowest_bomb_vs_one_second():
    """The workbook that takes longest to refuse (quality: T-14), in seconds."""
    bombs = {name: make() for name, make in BOMBS.items()}
    return max(_refused(bomb) for bomb in bombs.values())


def _refused(bomb: io.BytesIO) -> float:
    started = time.perf_counter()
    try:
        check_workbook(bomb)
    except UnsafeWorkbook:
        return time.perf_counter() - started
    raise AssertionError("a bomb was let in")


def _peak(count: int) -> int:
    """Peak memory of a process that exports so many rows to a file, in kilobytes."""
    program = f"""
import resource, django
django.setup()
from bench.sheets import export
export({str(Path(tempfile.gettempdir()) / "memory.xlsx")!r}, {count})
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
    folder = Path(__file__).parent.parent
    ended = subprocess.run([sys.executable, "-c", program], cwd=folder, env=os.environ, check=True, capture_output=True, text=True)  # noqa: S603
    return int(ended.stdout.split()[-1])
