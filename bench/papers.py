"""Printing an order against bare WeasyPrint on the same HTML."""

import time

from weasyprint import HTML  # noqa: TID253 - the yardstick

from bench.harness import figure
from mentoring.common.papers.fetcher import BASE_URL, StaticFetcher
from mentoring.common.papers.printer import MAX_LETTERS, MAX_PAPER, MAX_TEXT, print_pdf
from reports.documents.order import order_paper
from reports.models import Order

PAIRS = 60
COLUMNS = ["№", "Наставник", "Должность, класс", "Наставляемый (наставляемые)", "Класс, должность", "Форма", "Ролевая модель", "Срок"]
SUBORDINATE = ["провести первые встречи до 15 сентября 2025 г.;", "вести дневник встреч."]


def pair(number: int) -> list[list[str]]:
    """A row of the annex; every tenth is a group of three."""
    mentees = 3 if number % 10 == 0 else 1
    return [
        [str(number)],
        ["Громова Анна Сергеевна"],
        ["учитель математики"],
        ["Белов Пётр Ильич"] * mentees,
        ["8Б"] * mentees,
        ["Учитель – ученик"],
        ["Учитель – неуспевающий ученик"],
        ["01.09.2025 – 31.05.2026"],
    ]


def frozen_facts() -> dict:
    """An order as reports/queries/order_facts.py freezes it."""
    return {
        "founder": "Администрация Северного городского округа",
        "school": "Муниципальное автономное общеобразовательное учреждение «Лицей № 12»",
        "place": "г. Северный",
        "date": "2025-09-01",
        "number": "71-од",
        "title": "О закреплении наставнических пар и групп на 2025/26 учебный год",
        "preamble": "В целях реализации программы наставничества и на основании решения педагогического совета (протокол № 1)",
        "command": "ПРИКАЗЫВАЮ:",
        "items": [{"text": "Утвердить состав наставнических пар и групп (приложение 1).", "parts": SUBORDINATE}] * 4,
        "director_post": "Директор",
        "director": "М. В. Соколова",
        "annexes": [{"number": 1, "title": "Пары и группы", "columns": COLUMNS, "rows": [pair(number) for number in range(1, PAIRS + 1)]}],
        "acquaintance": {
            "title": "Лист ознакомления",
            "intro": "С приказом ознакомлены:",
            "columns": ["№", "Фамилия, имя, отчество", "Должность", "Дата", "Подпись"],
            "people": [{"name": "Громова Анна Сергеевна", "post": "учитель математики"}] * 20,
        },
    }


@figure("papers.order_vs_bare", target=1.15)
def order_vs_bare():
    order = Order(payload=frozen_facts())
    html = order_paper(order).html

    def bare() -> bytes:
        return HTML(string=html, base_url=BASE_URL, url_fetcher=StaticFetcher()).write_pdf()

    return lambda: order_paper(order), bare


ROW = "<tr><td>1</td><td>Иванов Иван Иванович</td><td>8 «Б»</td><td>Петров Пётр Петрович</td><td>10 «А»</td></tr>"
NARROW = f"<tr>{f'<td>{chr(1078) * 600}</td>' * 8}</tr>"


@figure("papers.limit_seconds", target=60)
def limit_seconds() -> float:
    """The slowest of the largest papers that are not refused: rows, letters in narrow columns, one long text."""
    tables = [ROW * (MAX_PAPER // len(ROW) - 2), NARROW * (MAX_LETTERS // (8 * 600)), f"<tr><td>{'ж' * MAX_TEXT}</td></tr>"]
    taken = []
    for rows in tables:
        begun = time.perf_counter()
        print_pdf(f'<html lang="ru"><head><title>Лист</title></head><body><table>{rows}</table></body></html>')
        taken.append(time.perf_counter() - begun)
    return max(taken)
