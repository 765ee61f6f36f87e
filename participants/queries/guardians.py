"""One adult and several children."""

from mentoring.common.names import search_key
from participants.models import Guardian, Person


def namesakes(actor, full_name: str, *, besides: Person) -> list[Guardian]:
    """Representatives of other children with this very name: perhaps the same adult. One row for an adult who is known as one."""
    wanted = search_key(full_name)
    rows = Guardian.objects.filter(person__in=Person.objects.visible_to(actor)).exclude(person=besides)
    alike = [key for key, name in rows.values_list("pk", "full_name") if wanted and search_key(name) == wanted]
    found = {}
    for row in rows.filter(pk__in=alike).select_related("person").order_by("pk"):
        found.setdefault(row.adult or row.pk, row)
    return list(found.values())


def other_children(actor, guardians: list[Guardian]) -> dict[int, list[Person]]:
    """By the key of the guardian: children of the same adult whom the reader may see."""
    adults = {guardian.adult: guardian.pk for guardian in guardians if guardian.adult}
    children = {guardian.pk: [] for guardian in guardians}
    rows = Guardian.objects.filter(adult__in=adults, person__in=Person.objects.visible_to(actor)).exclude(pk__in=adults.values())
    for row in rows.select_related("person").order_by("person__search_key"):
        children[adults[row.adult]].append(row.person)
    return children
