"""A text of a consent as its sheet will read, for a page: invented people, the school's own name and address."""

from django.utils.safestring import SafeString

from mentoring.common.papers import render_preview
from participants.consent_papers import CHILDS_DOCUMENT, DAY, LONG, NOBODY, PASSPORT, SHORT, TEMPLATE, printed_words
from participants.queries.consent_reference import SIGNERS, worded

FACTS = {
    "subject": "Образцов Иван Петрович",
    "subject_birth_date": "12.03.2012",
    "subject_address": LONG,
    "subject_document": PASSPORT,
    "guardian": "Образцова Анна Петровна",
    "guardian_address": LONG,
    "guardian_document": PASSPORT,
    "guardian_basis": f"родитель, свидетельство о рождении {SHORT}",
    "processor": NOBODY,
    "programme": "Программа наставничества",
    "year": "2026/27",
    "mentees": LONG,
    "form": "учитель – учитель",
    "payment": SHORT,
    "start": "01.10.2026",
    "end": "31.05.2027",
    "until": "31.05.2027",
}
PARENT = {"who": "Законный представитель", "name": "Образцова А. П.", "note": ""}
SELF = {"who": "Участник", "name": "Образцов И. П.", "note": ""}


def consent_specimen(purpose: str, texts: dict, version: str, school) -> SafeString:
    """The sheet of somebody of age, then, where there is one, that of a minor."""
    facts = FACTS | {"operator": school.full_name, "operator_address": school.postal_address or f"{school.place}, {SHORT}"}
    sheets = []
    for who in (who for who in SIGNERS if who in texts):
        minor = who == "minor"
        told = facts | ({"subject_document": CHILDS_DOCUMENT} if minor else {})
        signers = [PARENT, SELF] if minor else [SELF]
        words = printed_words(worded(purpose, texts, version, minor=minor).words, told)
        sheets.append(words | {"school": school.full_name, "signers": signers, "day": DAY, "code": "ОБРАЗЕЦ", "version": version, "qr": ""})
    return render_preview(TEMPLATE, {"sheets": sheets})
