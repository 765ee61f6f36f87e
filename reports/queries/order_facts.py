"""What an order says, gathered from the live rows. Signing freezes these facts; printing reads nothing else (docs/adr/0004)."""

from itertools import chain

from mentoring.common.wording.placeholders import filled, names_in
from pairs.services.amending import RUNNING
from reports.enums import OrderEffect
from reports.queries.blocks import points_ended
from reports.queries.name_cases import SchoolForms
from reports.queries.order_annexes import annex_facts
from reports.queries.order_preamble import lines_for, preamble
from reports.queries.order_readers import acquainted_people
from reports.queries.order_texts import all_texts, effect_of, order_kind, order_texts, school_texts
from reports.queries.order_words import order_words
from reports.queries.orders import named_pairs
from reports.queries.school_words import school_words

APPENDICES = {"appendix_pairs", "appendix_ending", "appendix_changed"}


def order_title(kind: str, programme) -> str:
    """The heading of a new order; it may be edited while the order is a draft."""
    return filled(school_texts(kind)["title"], {"year": str(programme.year), **school_words(programme.school)})[:300]


def order_facts(order, forms: SchoolForms | None = None) -> dict:
    """JSON values only; `forms` decline the names. Number and date are empty: the order gets them when it is signed.

    An appendix without pairs is left out.
    """
    texts, kind, wording = all_texts(), order_kind(order.kind), order_texts(order)
    school = order.school
    named = _named_pairs(order)
    pairs = [*chain(*named.values()), *_pairs_of_annulled(order)]
    words = order_words(order, **named, forms=forms)
    filled_annexes = [annex for annex in kind["appendix"] if named.get(annex["content"], True)]
    words |= {f"appendix_{annex['content']}": str(number) for number, annex in enumerate(filled_annexes, 1)}
    annexes = [annex_facts(annex, number, order, named, wording, words) for number, annex in enumerate(filled_annexes, 1)]
    return {
        "texts": texts["version"],
        "founder": school.founder,
        "school": school.full_name,
        "place": school.place,
        "number": "",
        "date": "",
        "title": order.title,
        "preamble": preamble(lines_for(order, pairs, wording["preamble"]), words),
        "command": texts["command"],
        "items": [_item(item, words) for item in wording["items"]],
        "director_post": school.director_post,
        "director": school.director_signature,
        "annexes": annexes,
        "acquaintance": _acquaintance(texts["acknowledgement"], acquainted_people(order, pairs, wording["readers"])),
    }


def _named_pairs(order) -> dict[str, list]:
    changed = named_pairs(order, "changed_pairs") if effect_of(order.kind) == OrderEffect.CHANGE else ()
    return {
        "pairs": by_mentor(named_pairs(order, "pairs")),
        "ending": by_mentor(named_pairs(order, "ending_pairs")),
        "changed": by_mentor(changed),
    }


def by_mentor(pairs) -> list:
    return sorted(pairs, key=lambda pair: (pair.mentor.person.full_name, pair.pk))


def _pairs_of_annulled(order) -> list:
    """Pairs that stop with the order that is annulled."""
    if effect_of(order.kind) != OrderEffect.ANNUL or order.amends is None:
        return []
    return by_mentor(order.amends.pairs.filter(state__in=RUNNING).with_names())


def _item(item: dict, words: dict) -> dict:
    """A sub-item about an appendix that is not there is left out; the last of the others ends by a full stop."""
    parts = [part for part in item["parts"] if all(words[name] for name in names_in(part) & APPENDICES)]
    return {"text": filled(item["text"], words), "parts": points_ended([filled(part, words) for part in parts])}


def _acquaintance(texts: dict, people: list[dict]) -> dict:
    return {
        "title": texts["title"],
        "intro": texts["intro"],
        "columns": [column["heading"] for column in texts["columns"]],
        "people": people,
    }
