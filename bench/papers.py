"""Printing an order against bare WeasyPrint on the same HTML."""

from weasyprint import HTML  # noqa: TID253 - the yardstick

from bench.harness import figure
from mentoring.common.papers import render_paper
from mentoring.common.papers.fetcher import BASE_URL, StaticFetcher

TEMPLATE = "reports/papers/order.html"
SUBORDINATE = ["провести первые встречи до 15 сентября 2025 г.;", "вести дневник встреч."]
PAIR = [["1"], ["Громова Анна Сергеевна", "учитель математики"], ["Белов Пётр Ильич", "8 «Б» класс"], ["Учитель – ученик"], ["01.09.2025"]]


def order() -> dict:
    """The facts of an order on 60 pairs, as reports/queries/order_facts.py freezes them."""
    return {
        "founder": "Администрация Северного городского округа",
        "school": "Муниципальное автономное общеобразовательное учреждение «Лицей № 12»",
        "place": "г. Северный",
        "date": "1 сентября 2025 г.",
        "number": "71-од",
        "title": "О закреплении наставнических пар и групп на 2025/26 учебный год",
        "preamble": "В целях реализации программы наставничества и на основании решения педагогического совета (протокол № 1)",
        "command": "ПРИКАЗЫВАЮ:",
        "items": [{"text": "Утвердить состав наставнических пар и групп (приложение 1).", "parts": SUBORDINATE}] * 4,
        "director_post": "Директор",
        "director": "М.В. Соколова",
        "annexes": [
            {"number": 1, "title": "Пары и группы", "columns": ["№", "Наставник", "Наставляемый", "Форма", "С"], "rows": [PAIR] * 60},
        ],
        "acquaintance": {
            "title": "Лист ознакомления",
            "intro": "С приказом ознакомлены:",
            "columns": ["№", "Фамилия, имя, отчество", "Должность", "Дата", "Подпись"],
            "people": [{"name": "Громова Анна Сергеевна", "post": "учитель математики"}] * 20,
        },
    }


@figure("papers.order_vs_bare", target=1.15)
def order_vs_bare():
    facts = order()
    html = render_paper(TEMPLATE, facts).html

    def bare() -> bytes:
        return HTML(string=html, base_url=BASE_URL, url_fetcher=StaticFetcher()).write_pdf()

    return lambda: render_paper(TEMPLATE, facts), bare
