"""Two entries of one person become one, in one transaction."""

import json

from django.core import serializers
from django.db import models, transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.names import search_key
from mentoring.common.refusal import Refusal
from participants.models import Merge, Person
from participants.services.merging.fields import plain, winner
from participants.services.merging.plan import Joint, MergePlan, may_sign_in
from participants.services.merging.relations import hung_on
from participants.services.rows import lock_school


@transaction.atomic
def merge_people(*, actor, kept: Person, lost: Person, choices: dict[str, str]) -> Merge:
    """Everything of `lost` goes to `kept`, and the entry is gone; `choices` holds kept, lost or both by the keys of the plan's fields.

    The last deletion asks the database whether anything still hangs on the lost entry: a relation that was forgotten stops the merge.
    """
    actor.must(Permission.MANAGE_PEOPLE)
    lock_school(actor)
    people = _locked(kept, lost)
    if len(people) < 2 and kept.pk != lost.pk:
        raise Refusal(_("One of the two entries is not there any more: a colleague was quicker. Open the list again."))
    plan = MergePlan(people[kept.pk], people[lost.pk])
    if plan.conflicts:
        raise Refusal(" ".join(plan.conflicts))
    steps: list[dict] = []
    _give_account(plan.joint, steps)
    _carry_out(plan.joint, choices, steps)
    final = Person.objects.get(pk=kept.pk)
    merge = Merge(school=actor.school, kept=final, lost_pk=lost.pk, lost_name=people[lost.pk].full_name, steps=steps, merged_by=actor)
    merge.save()
    merge.hung = hung_on(final)
    merge.save(update_fields=["hung"])
    record(actor, "person.merged", final, lost=merge.lost_name, entry=lost.pk)
    return merge


def _locked(*people: Person) -> dict[int, Person]:
    """In the order of their keys, so that two merges the other way round do not wait for each other."""
    rows = Person.objects.select_for_update(of=("self",)).filter(pk__in=[person.pk for person in people])
    return {person.pk: person for person in rows.order_by("pk")}


def _carry_out(joint: Joint, choices: dict[str, str], steps: list[dict]) -> None:
    for child in joint.joints:
        _carry_out(child, choices, steps)
    for relation, keys in joint.moves:
        relation.model._default_manager.filter(pk__in=keys).update(**{relation.field.attname: joint.kept.pk})
        moved = {"field": relation.field.attname, "rows": keys, "from": joint.lost.pk, "to": joint.kept.pk}
        steps.append({"move": relation.model._meta.label, **moved})
    for row, values in joint.changes:
        _set(row, values, steps)
    for row in joint.drops:
        _drop(row, steps)
    won = {
        joint.kept._meta.get_field(field.name).attname: winner(field, choices.get(field.key, field.default), joint.kept, joint.lost)
        for field in joint.fields
    }
    _set(joint.kept, won, steps)
    _drop(joint.lost, steps)


def _give_account(joint: Joint, steps: list[dict]) -> None:
    """The account that is in use, whoever had it."""
    if joint.lost.user_id and (not joint.kept.user_id or may_sign_in(joint.lost)):
        _set(joint.kept, {"user_id": joint.lost.user_id}, steps)


def _set(row: models.Model, values: dict, steps: list[dict]) -> None:
    """By an UPDATE: rows that are written once change nothing but whose they are."""
    values = {name: value for name, value in values.items() if getattr(row, name) != value}
    if isinstance(row, Person) and values.keys() & {"surname", "name", "patronymic"}:
        values["search_key"] = search_key(*(values.get(name, getattr(row, name)) for name in ("surname", "name", "patronymic")))
    if not values:
        return
    was = {name: plain(row, name) for name in values}
    for name, value in values.items():
        setattr(row, name, value)
    type(row)._default_manager.filter(pk=row.pk).update(**values)
    became = {name: plain(row, name) for name in values}
    steps.append({"set": row._meta.label, "pk": row.pk, "was": was, "became": became})


def _drop(row: models.Model, steps: list[dict]) -> None:
    manager = type(row)._default_manager
    steps.append({"drop": json.loads(serializers.serialize("json", [manager.get(pk=row.pk)]))[0]})
    manager.filter(pk=row.pk).delete()
