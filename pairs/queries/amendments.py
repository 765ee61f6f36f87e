"""Changes of a pair in words."""

import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pairs.queries.sides import people_of


def changed_terms(amendment) -> list[dict]:
    """What differs, with `label`, `old` and `new`."""
    old = amendment.before
    last_day = date_format(datetime.date.fromisoformat(old["ends_on"]))
    rows = [
        (_("Form"), old["form"], amendment.form.title),
        (_("Role model"), old["role_model"], amendment.role_model.title),
        (_("Kind"), old["kind"], amendment.kind.title),
        (_("Last day"), last_day, date_format(amendment.ends_on)),
    ]
    return [{"label": label, "old": before, "new": after} for label, before, after in rows if before != after]


def changed_in_words(amendment) -> str:
    return "; ".join(f"{row['label']}: {row['old']} → {row['new']}" for row in changed_terms(amendment))


def sides_of_amendment(pair, amendment) -> list[dict]:
    """Like `sides_of`, for the agreement to the change."""
    given = {agreement.person_id: agreement for agreement in amendment.agreements.all()}
    return [
        {
            "person": person,
            "is_mentor": person.pk == pair.mentor.person_id,
            "agreement": given.get(person.pk),
            "guardians": list(person.guardians.all()) if person.is_minor else [],
        }
        for person in people_of(pair)
    ]
