"""Papers in numbers: one order, two workers against one, the memory of a worker, a merged file of five hundred letters.

Both sides print PDF/UA-1 with the fonts of the house: a tagged file is what the product promises, an untagged one is another paper.
"""

import gc
import multiprocessing
import os
import time
from io import BytesIO
from pathlib import Path

from weasyprint import HTML  # noqa: TID253 - the yardstick
from weasyprint.text.fonts import FontConfiguration  # noqa: TID253 - the same

from bench.harness import figure
from bench.papers import frozen_facts
from mentoring.common.papers import render_bundle
from mentoring.common.papers.binder import merge
from mentoring.common.papers.fetcher import BASE_URL, StaticFetcher
from reports.documents.document import TEMPLATES
from reports.documents.order import order_paper
from reports.models import Order

LETTERS, PART = 500, 25
DOCUMENTS, WORKERS = 20, 2  # in each of the turns, five at least
PRINTED, WARM = 300, 30
GROWTH_MB = 15


def short_order(number: int = 1) -> Order:
    """A sheet with a table of twenty pairs and its acknowledgement sheet."""
    facts = frozen_facts() | {"number": f"{number}-од"}
    facts["annexes"] = [annex | {"rows": annex["rows"][:20]} for annex in facts["annexes"]]
    return Order(payload=facts)


def bare_printer(html: str, **options):
    """WeasyPrint alone, its fonts read once as ours are."""
    fonts = FontConfiguration()

    def bare() -> bytes:
        return HTML(string=html, base_url=BASE_URL, url_fetcher=StaticFetcher()).write_pdf(font_config=fonts, **options)

    return bare


@figure("documents.order_vs_bare_same_variant", target=1.15)
def order_vs_bare_same_variant():
    order = Order(payload=frozen_facts())
    return (lambda: order_paper(order)), bare_printer(order_paper(order).html, pdf_variant="pdf/ua-1")


@figure("documents.order_vs_bare_untagged", target=1.25)
def order_vs_bare_untagged():
    """For the record: what the tags of an accessible file cost beside a bare one."""
    order = Order(payload=frozen_facts())
    return (lambda: order_paper(order)), bare_printer(order_paper(order).html)


def print_some(numbers: list[int]) -> None:
    for number in numbers:
        order_paper(short_order(number))


@figure("documents.two_workers_vs_one", target=round(1 / 1.7, 3))
def two_workers_vs_one():
    """Processes, as workers are; each takes the next order when it is free. Both have read their fonts before the clock runs."""
    numbers = list(range(DOCUMENTS))
    with multiprocessing.get_context("fork").Pool(WORKERS, initializer=print_some, initargs=([0],)) as pool:

        def two():
            pool.map(print_some, [[number] for number in numbers], chunksize=1)

        def one():
            pool.apply(print_some, (numbers,))

        yield two, one


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


def grown(_worker: int) -> float:
    """Megabytes that a worker is larger after three hundred papers than after the first thirty."""
    print_some(list(range(WARM)))
    gc.collect()
    before = resident_mb()
    print_some(list(range(PRINTED)))
    gc.collect()
    return resident_mb() - before


@figure("documents.memory_growth_of_300_vs_15mb", target=1.0)
def memory_growth_of_300_vs_15mb():
    with multiprocessing.get_context("fork").Pool(1) as pool:
        return max(pool.apply(grown, (0,)), 0) / GROWTH_MB


def letter(number: int) -> dict:
    """Facts of a letter of thanks as reports/queries/document_facts.py freezes them."""
    lines = ["Администрация школы благодарит Вас за воспитание сына и поддержку его наставнической работы."] * 3
    blocks = [{"kind": "text", "text": line, "table": None} for line in ["Уважаемая Мария Ильинична!", *lines]]
    school = "Муниципальное автономное общеобразовательное учреждение «Лицей № 12»"
    heads = {"founder": "Администрация Северного городского округа", "school": school, "place": "г. Северный"}
    signs = [{"post": "Директор", "name": "М. В. Соколова"}]
    return {
        **heads,
        "signs": signs,
        "title": f"Благодарственное письмо {number}",
        "blocks": blocks,
        "layout": "letter",
        "kind": "letter_parents",
    }


@figure("documents.merged_500_letters_vs_renders", target=1.2)
def merged_500_letters_vs_renders():
    """The job's way: parts of twenty-five, then one file; against the same letters printed one by one."""
    letters = [letter(number) for number in range(LETTERS)]

    def one(facts: dict) -> bytes:
        return render_bundle(TEMPLATES["letter"], [facts], lambda _done: None)

    one(letters[0])
    start = time.perf_counter()
    for facts in letters:
        one(facts)
    renders = time.perf_counter() - start
    start = time.perf_counter()
    parts = [render_bundle(TEMPLATES["letter"], letters[first : first + PART], lambda _done: None) for first in range(0, LETTERS, PART)]
    merge([BytesIO(part) for part in parts], title="Письма")
    return (time.perf_counter() - start) / renders
