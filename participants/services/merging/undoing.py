"""A merge taken back."""

import json

from django.apps import apps
from django.core import serializers
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.clock import now
from mentoring.common.refusal import Refusal
from participants.models import Merge, Person
from participants.services.merging.fields import plain, restored
from participants.services.merging.relations import hung_on
from participants.services.rows import lock_school

NAMED = 3  # of what stands in the way


@transaction.atomic
def undo_merge(*, actor, merge: Merge) -> Person:
    """Bring the lost entry back with all that moved. What somebody changed meanwhile keeps its new value.

    Refused when something new hangs on the person since: nobody could say whose it is.
    """
    actor.must(Permission.MANAGE_PEOPLE)
    lock_school(actor)
    locked = Merge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
    _refuse_what_is_final(locked)
    for step in reversed(locked.steps):
        _take_back(step)
    locked.undone_by, locked.undone_at = actor, now()
    locked.save(update_fields=["undone_by", "undone_at"])
    person = Person.objects.get(pk=locked.lost_pk)
    record(actor, "person.unmerged", person, kept=locked.kept.full_name)
    return person


def _refuse_what_is_final(merge: Merge) -> None:
    if merge.undone_at is not None:
        raise Refusal(_("This merge is undone already."))
    later = Merge.objects.in_force().filter(kept=merge.kept_id, pk__gt=merge.pk).first()
    if later is not None:
        raise Refusal(_("“%(name)s” was merged with this person later. Undo that merge first.") % {"name": later.lost_name})
    new = list(_new_rows(merge))
    if new:
        words = {"rows": "; ".join(new[:NAMED]) + ("…" if len(new) > NAMED else "")}
        sentence = _("Since the merge this was added: %(rows)s. Nobody could say which of the two it belongs to, so the merge stays.")
        raise Refusal(sentence % words)


def _new_rows(merge: Merge):
    for relation, keys in hung_on(merge.kept).items():
        label, _dot, _field = relation.rpartition(".")
        model = apps.get_model(label)
        fresh = set(keys) - set(merge.hung.get(relation, ()))
        for row in model._default_manager.filter(pk__in=fresh):
            yield _("%(kind)s “%(row)s”") % {"kind": model._meta.verbose_name, "row": row}


def _take_back(step: dict) -> None:
    if "drop" in step:
        for row in serializers.deserialize("json", json.dumps([step["drop"]])):
            row.save()
    elif "move" in step:
        rows = apps.get_model(step["move"])._default_manager.filter(pk__in=step["rows"], **{step["field"]: step["to"]})
        rows.update(**{step["field"]: step["from"]})
    else:
        _reset(apps.get_model(step["set"]), step)


def _reset(model, step: dict) -> None:
    row = model._default_manager.filter(pk=step["pk"]).first()
    if row is None:
        return
    values = {name: restored(model, name, was) for name, was in step["was"].items() if plain(row, name) == step["became"][name]}
    if values:
        model._default_manager.filter(pk=row.pk).update(**values)
