"""Consents on paper: a sheet for a person and a purpose, many sheets in one file, each with the code that files it."""

import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from itertools import groupby
from operator import attrgetter
from typing import BinaryIO

from django.urls import reverse

from mentoring.common.clock import today
from mentoring.common.dates import age_on, short_day
from mentoring.common.file_names import safe_name
from mentoring.common.papers import render_bundle, render_paper
from mentoring.common.papers.qr import qr_svg
from mentoring.common.wording.placeholders import filled
from participants.enums import ConsentPurpose, ContractState, SignerBasis
from participants.models import ConsentSheet, Person
from participants.queries.consent_reference import ConsentText, minor_signs_from
from participants.queries.consent_texts import ConsentTexts

TEMPLATE = "participants/papers/consents.html"
CONTENTS = "participants/papers/contents.html"
BATCH = 20  # sheets laid out between two reports of progress
LONG, SHORT, DAY = "_" * 38, "_" * 22, "«____» ______________ 20____ г."
PASSPORT = f"паспорт {SHORT}, выдан {LONG}"
CHILDS_DOCUMENT = f"паспорт (свидетельство о рождении) {SHORT}, выдан {LONG}"
BASES = {SignerBasis.PARENT: f"родитель, свидетельство о рождении {SHORT}", SignerBasis.GUARDIAN: f"опекун (попечитель), акт {SHORT}"}
ADULTS = "Взрослые участники"
NOBODY = "никто, обработка другим лицам не поручается"


def consent_sheets_pdf(sheets: Sequence[ConsentSheet], *, address: str, on_progress: Callable[[int, int], object]) -> bytes:
    """All sheets one after another; `address` of the site leads whoever scans a code to its form."""
    return _pdf(sheets, ConsentTexts(), address=address, on_progress=on_progress)


def _pdf(sheets: Sequence[ConsentSheet], texts: ConsentTexts, *, address: str, on_progress: Callable[[int, int], object]) -> bytes:
    batches = [sheets[start : start + BATCH] for start in range(0, len(sheets), BATCH)]
    contexts = [{"sheets": [_sheet(sheet, texts.printed(sheet), address) for sheet in batch]} for batch in batches]
    return render_bundle(TEMPLATE, contexts, lambda done: on_progress(min(done * BATCH, len(sheets)), len(sheets)))


def consent_sheets_archive(sheets: Sequence[ConsentSheet], *, address: str, on_progress: Callable[[int, int], object]) -> bytes:
    """The sheets of each person as a PDF in the folder of the class."""
    file, done, texts = BytesIO(), 0, ConsentTexts()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for person, rows in groupby(sheets, key=attrgetter("person")):
            own = list(rows)
            content = _pdf(own, texts, address=address, on_progress=lambda _done, _total: None)
            archive.writestr(f"{safe_name(person.class_name or ADULTS)}/{safe_name(f'{person.full_name} ({person.pk})', '.pdf')}", content)
            done += len(own)
            on_progress(done, len(sheets))
    return file.getvalue()


def stacked_sheets(parts: Sequence[BinaryIO], sheets: Sequence[ConsentSheet]) -> bytes:
    """The printed parts as one file with contents by class and person; `sheets` are all that the parts hold, in order."""
    from mentoring.common.papers.binder import stack  # noqa: PLC0415 - slow import

    places = [(sheet.person.class_name or ADULTS, sheet.person.full_name) for sheet in sheets]
    return stack(parts, places, title="Согласия участников программы наставничества", front=partial(_contents, sheets[0].school))


def _contents(school, lines) -> bytes:
    sections = [{"title": title, "lines": list(rows)} for title, rows in groupby(lines, key=lambda line: line.section)]
    return render_paper(CONTENTS, {"school": school.full_name, "on": today(), "sections": sections}).pdf


def sheets_file_name(sheets: Sequence[ConsentSheet], ending: str = ".pdf") -> str:
    """With the surname or the class when the file is about one."""
    people = {sheet.person_id: sheet.person for sheet in sheets}
    about = {person.surname for person in people.values()} if len(people) == 1 else {person.class_name for person in people.values()}
    words = ["Согласия", *(about if len(about) == 1 else ()), f"{today():%d.%m.%Y}"]
    return safe_name(" ".join(filter(None, words)), ending)


def _sheet(sheet: ConsentSheet, text: ConsentText, address: str) -> dict:
    person = sheet.person
    return printed_words(text.words, _facts(sheet)) | {
        "school": sheet.school.full_name,
        "signers": _signers(person),
        "day": DAY,
        "code": sheet.spaced_code,
        "version": sheet.text_version,
        "label": f"{ConsentPurpose(sheet.purpose).label}: {person.short_name}",
        "qr": qr_svg(address + reverse("participants:sheet", args=[sheet.code]), title="Код листа"),
    }


def printed_words(words: dict, facts: dict) -> dict:
    """The words of a text with its placeholders filled, in the parts of the sheet."""
    return {
        "title": filled(words["title"], facts),
        "paragraphs": [filled(paragraph, facts) for paragraph in words["text"]],
        "purpose": filled(words["purpose"], facts),
        "data": [filled(line, facts) for line in words.get("data", [])],
        "conditions": words.get("conditions", []),
        "actions": ", ".join(filled(action, facts) for action in words.get("actions", [])),
        "methods": filled(words.get("methods", ""), facts),
        "term": filled(words["validity"]["text"], facts),
        "withdrawal": filled(words["withdrawal"], facts),
    }


def _facts(sheet: ConsentSheet) -> dict[str, str]:
    """Placeholders of consents.toml; what the school does not keep is a line for the pen."""
    person, programme, school = sheet.person, sheet.programme, sheet.school
    guardian = next(iter(person.guardians.all()), None) if person.is_minor else None
    return {
        "subject": person.full_name,
        "subject_birth_date": short_day(person.birth_date) or SHORT,
        "subject_address": LONG,
        "subject_document": CHILDS_DOCUMENT if person.is_minor else PASSPORT,
        "guardian": guardian.full_name if guardian else LONG,
        "guardian_address": LONG,
        "guardian_document": PASSPORT,
        "guardian_basis": _basis(guardian) if guardian else LONG,
        "operator": school.full_name,
        "operator_address": school.postal_address or f"{school.place}, {SHORT}",
        "processor": NOBODY,
        "programme": programme.title,
        "year": str(programme.year),
        **_work(sheet),
        "until": short_day(sheet.valid_until) or SHORT,
    }


def _work(sheet: ConsentSheet) -> dict[str, str]:
    """What a teacher agrees to: of the contract that is being written, else lines for the pen."""
    contract = sheet.person.contracts.filter(programme=sheet.programme).exclude(state=ContractState.VOID).first()
    return {
        "mentees": LONG,
        "form": contract.form if contract else SHORT,
        "payment": contract.payment or SHORT if contract else SHORT,
        "start": f"{contract.starts_on:%d.%m.%Y}" if contract else SHORT,
        "end": f"{contract.ends_on:%d.%m.%Y}" if contract else SHORT,
    }


def _basis(guardian) -> str:
    """By the document that the school keeps, else a line for the pen."""
    if not guardian.basis_document:
        return BASES[guardian.basis]
    day = f" от {guardian.basis_date:%d.%m.%Y}" if guardian.basis_date else ""
    return f"{SignerBasis(guardian.basis).label}, {guardian.basis_document}{day}"


def _signers(person: Person) -> list[dict]:
    """Who signs: an adult alone; for a minor the guardian, and from 14 the minor too. An unknown age leaves the line to the family."""
    if not person.is_minor:
        return [{"who": "Участник", "name": person.short_name, "note": ""}]
    guardian = next(iter(person.guardians.all()), None)
    signers = [{"who": "Законный представитель", "name": _short(guardian.full_name) if guardian else "", "note": ""}]
    if person.birth_date is None:
        signers.append({"who": "Участник", "name": person.short_name, "note": f"если исполнилось {minor_signs_from()} лет"})
    elif age_on(person.birth_date, today()) >= minor_signs_from():
        signers.append({"who": "Участник", "name": person.short_name, "note": ""})
    return signers


def _short(full_name: str) -> str:
    surname, *others = full_name.split()
    return " ".join([surname, *(f"{part[0]}." for part in others)])
