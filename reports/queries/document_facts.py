"""What a paper says, gathered from the live rows. Finishing a kept paper freezes these facts (docs/adr/0006)."""

from mentoring.common.names import signature_name
from mentoring.common.wording.placeholders import filled
from reports.queries.blocks import blocks_of
from reports.queries.document_pairs import pair_words
from reports.queries.document_partner import partner_words
from reports.queries.document_people import person_words
from reports.queries.document_texts import document_kind, document_wording, school_wording
from reports.queries.document_told import told_words
from reports.queries.document_words import BLANK_DAY, programme_words
from reports.queries.order_people import member_facts
from reports.queries.stamps import stamp_facts

NUMBERED = {"protocol": "protocol", "partnership": "agreement"}  # what is asked → how its number and date are called


def kept_facts(document) -> dict:
    """The facts of a `Document`: its own answers, wording and stamps."""
    words = words_of(document.programme, document.pair, document.person, document.details, document.author)
    kind = document_kind(document.kind)
    wording = document_wording(document) | {"title": document.title}
    return _facts(kind, wording, words, document.stamps, document.programme.school, document.pair, document.details)


def printed_facts(kind: dict, programme, *, pair=None, person=None, words: dict | None = None) -> dict:
    """The facts of a paper that is printed at once. `words` saves the reading when many are printed for one programme."""
    words = words or words_of(programme, pair, person)
    stamps = first_stamps(kind, words)
    return _facts(kind, school_wording(kind["code"]), words, stamps, programme.school, pair, {})


def words_of(programme, pair=None, person=None, told: dict | None = None, author=None, common: dict | None = None) -> dict:
    """`common` are the words of the programme when somebody has read them already."""
    found = {**(common or programme_words(programme))}
    found |= pair_words(pair) if pair else {}
    found |= person_words(person, programme) if person else {}
    curator = member_facts(author)["name"] if author else ""
    told = told or {}
    return found | {"curator_signature": initials(curator)} | told_words(told, found) | partner_words(told, programme.school)


def first_stamps(kind: dict, words: dict) -> list[str]:
    return [filled(line, _plain(words)) for line in kind["stamps"]]


def first_title(kind: dict, words: dict) -> str:
    return filled(school_wording(kind["code"])["title"], _plain(words))[:300]


def _plain(words: dict) -> dict:
    return {name: value for name, value in words.items() if isinstance(value, str)}


def _facts(kind: dict, wording: dict, words: dict, stamps: list[str], school, pair, told: dict) -> dict:
    """JSON values only; `date` and `number` are those of a protocol or an agreement."""
    prefix = next((NUMBERED[block] for block in kind["ask"] if block in NUMBERED), "")
    return {
        "texts": kind["version"],
        "kind": kind["code"],
        "layout": kind["layout"],
        "founder": school.founder,
        "school": school.full_name,
        "place": school.place,
        "title": filled(wording["title"], _plain(words)),
        "numbered": bool(prefix),
        "number": told.get(f"{prefix}_number", ""),
        "date": told.get(f"{prefix}_date", ""),
        "stamps": stamp_facts(stamps),
        "blocks": blocks_of(wording["lines"], words),
        "signs": _signs(kind["sign"], school, words, pair),
    }


def _signs(codes: list[str], school, words: dict, pair) -> list[dict]:
    people = {
        "council": [("Председатель", words["chair"]), ("Секретарь", words["secretary"])],
        "mentor": [("Наставник", words.get("mentor", ""))],
        "partner": [(words["representative_post"][:1].upper() + words["representative_post"][1:], words["representative"])],
        "pair": [("Наставник", words.get("mentor", "")), *[("Наставляемый", one.full_name) for one in pair.mentee_people]] if pair else [],
    }
    day = {"day": BLANK_DAY} if "pair" in codes else {}
    signs = [{"post": post, "name": initials(name)} | day for code in codes for post, name in people.get(code, ())]
    director = [{"post": school.director_post, "name": school.director_signature}] if "director" in codes else []
    return director + signs


def initials(full_name: str) -> str:
    """«Соколова Марина Викторовна» → «М. В. Соколова»."""
    words = full_name.split()
    return signature_name(words[0], *words[1:3]) if len(words) > 1 else full_name
