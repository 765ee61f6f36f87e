"""What an agreement with a partner organisation says of both sides: who acts for them, what the partner does, requisites."""

import datetime

from mentoring.common.dates import short_day
from mentoring.common.declension import represented_by
from mentoring.common.wording.placeholders import BLANK
from reports.queries.blocks import points, table, to_write


def partner_words(told: dict, school) -> dict:
    representative, post = told.get("representative", ""), told.get("representative_post", "")
    return {
        "organisation": told.get("organisation", ""),
        "organisation_by": represented_by(post, representative, told.get("basis", "") or BLANK) if representative else "",
        "representative": representative,
        "representative_post": post,
        "cooperation": points(told.get("cooperation", [])) or to_write(),
        "agreement_until": _day(told.get("agreement_until", "")),
        "table_requisites": table([], [[["Школа"], [_requisites(school)]], [["Организация"], [_partner(told)]]]),
    }


def _requisites(school) -> str:
    named = {"ИНН": school.inn, "ОГРН": school.ogrn, "тел.": school.phone}
    parts = [school.full_name, school.postal_address or school.place, *(f"{name} {value}" for name, value in named.items() if value)]
    return ", ".join(filter(None, [*parts, school.email]))


def _partner(told: dict) -> str:
    return ", ".join([told.get("organisation", "") or BLANK, *(told.get("requisites", []) or [BLANK * 3])])


def _day(iso: str) -> str:
    return short_day(datetime.date.fromisoformat(iso)) if iso else ""
