"""The consents that are missing, as one file: two workers must print almost twice as fast as one."""

import multiprocessing
import time

from bench.harness import figure
from mentoring.common.papers import render_bundle
from participants.consent_papers import TEMPLATE
from participants.queries.consent_texts import consent_text

SHEETS = 12
WORKERS = 2
BLANKS = (
    "subject subject_birth_date subject_address subject_document guardian guardian_address guardian_document guardian_basis operator "
    "operator_address processor programme year until"
)


def sheet(number: int) -> dict:
    """Facts of a printed sheet as participants/consent_papers.py lays them out."""
    words = consent_text("processing", minor=True).words
    facts = dict.fromkeys(BLANKS.split(), f"Громова Анна Сергеевна {number}")
    return {
        "school": "Муниципальное автономное общеобразовательное учреждение «Лицей № 12»",
        "title": words["title"],
        "paragraphs": [paragraph.format(**facts) for paragraph in words["text"]],
        "purpose": words["purpose"],
        "data": words["data"],
        "conditions": [],
        "actions": ", ".join(words["actions"]),
        "methods": words["methods"],
        "term": words["validity"]["text"].format(**facts),
        "withdrawal": words["withdrawal"],
        "signers": [{"who": "Законный представитель", "name": "Громова А. С.", "note": ""}],
        "day": "«____» ______________ 20____ г.",
        "code": "ABCDE-23456-FGHJK-MNPQR",
        "version": "1",
        "qr": "",
    }


def print_sheets(_worker: int) -> float:
    """Seconds of one worker for its file."""
    start = time.perf_counter()
    render_bundle(TEMPLATE, [{"sheets": [sheet(number) for number in range(SHEETS)]}], lambda _done: None)
    return time.perf_counter() - start


@figure("consents.two_workers_vs_one", target=round(1 / 0.85, 3))
def two_workers_vs_one():
    pool = multiprocessing.get_context("fork").Pool(WORKERS)
    pool.map(print_sheets, range(WORKERS), chunksize=1)  # each has read its fonts
    yield lambda: pool.map(print_sheets, range(WORKERS), chunksize=1), lambda: pool.apply(print_sheets, (0,))
    pool.close()
    pool.join()
