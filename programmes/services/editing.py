"""Changing a programme and its roadmap; what a preset brought is the school's own from then on."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.refusal import Refusal
from programmes.enums import MeasureState
from programmes.models import Form, Measure, Programme, Stage
from programmes.services.creating import check_words, locked_year

WORDS = ("title", "aims", "tasks", "expected_results")
MEASURE_FIELDS = ("text", "result", "document", "responsible", "starts_on", "ends_on", "recurrence")


@transaction.atomic
def edit_programme(*, actor, programme: Programme, forms, starts_on: datetime.date, ends_on: datetime.date, **words: str) -> Programme:
    """`words` are title, aims, tasks and expected results, `forms` rows of the school; a form that pairs work in stays."""
    actor.must(Permission.MANAGE_PROGRAMMES)
    title = words["title"].strip()
    check_words(title, starts_on, ends_on)
    year = locked_year(actor, starts_on)
    locked = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    if Programme.objects.filter(year=year, title=title).exclude(pk=locked.pk).exists():
        raise Refusal(_("The school year already has a programme “%(title)s”. Choose another title.") % {"title": title})
    facts = {name: words[name].strip() for name in WORDS} | {"year": year, "starts_on": starts_on, "ends_on": ends_on}
    changed = [name for name, value in facts.items() if getattr(locked, name) != value]
    for name in changed:
        setattr(locked, name, facts[name])
    if changed:
        locked.save(update_fields=changed)
    if _choose_forms(locked, list(forms)):
        changed.append("forms")
    if changed:
        record(actor, "programme.edited", locked, fields=", ".join(str(Programme._meta.get_field(name).verbose_name) for name in changed))
    return locked


def _choose_forms(programme: Programme, wanted: list[Form]) -> bool:
    if not wanted:
        raise Refusal(_("Choose at least one form of mentoring from the list."))
    there = set(programme.forms.all())
    used = programme.pairs.filter(form__in=there - set(wanted)).select_related("form").first()
    if used is not None:
        raise Refusal(_("Pairs of the programme work in the form “%(form)s”, so it stays.") % {"form": used.form})
    if there == set(wanted):
        return False
    programme.forms.set(wanted)
    return True


@transaction.atomic
def add_measure(*, actor, stage: Stage, **fields) -> Measure:
    """At the end of its stage."""
    actor.must(Permission.MANAGE_PROGRAMMES)
    Stage.objects.select_for_update(of=("self",)).get(pk=stage.pk)
    last = stage.measures.order_by("-position").values_list("position", flat=True).first() or 0
    measure = Measure(school_id=actor.school_id, stage=stage, position=last + 1)
    _fill(measure, fields)
    measure.save()
    record(actor, "measure.added", measure)
    return measure


@transaction.atomic
def edit_measure(*, actor, measure: Measure, **fields) -> Measure:
    actor.must(Permission.MANAGE_PROGRAMMES)
    locked = Measure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
    before = {name: getattr(locked, name) for name in MEASURE_FIELDS}
    _fill(locked, fields)
    changed = [name for name in MEASURE_FIELDS if getattr(locked, name) != before[name]]
    if changed:
        locked.save(update_fields=changed)
        record(actor, "measure.edited", locked, fields=", ".join(str(Measure._meta.get_field(name).verbose_name) for name in changed))
    return locked


@transaction.atomic
def remove_measure(*, actor, measure: Measure) -> None:
    """What is under way or done is part of the programme's history and stays."""
    actor.must(Permission.MANAGE_PROGRAMMES)
    locked = Measure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
    if locked.state != MeasureState.PLANNED:
        raise Refusal(_("This measure is under way or done. Mark it as planned before you remove it."))
    record(actor, "measure.removed", locked)
    locked.delete()


def _fill(measure: Measure, fields: dict) -> None:
    """An interval or a recurrence: with a recurrence the days are left out."""
    for name, value in fields.items():
        setattr(measure, name, value.strip() if isinstance(value, str) else value)
    if measure.recurrence:
        measure.starts_on = measure.ends_on = None
    elif measure.starts_on is None or measure.ends_on is None:
        raise Refusal(_("Write from when to when, or how often it is repeated."))
    elif measure.ends_on < measure.starts_on:
        raise Refusal(_("The measure must end after it starts."))
    try:
        measure.clean_fields(exclude=("school", "stage"))
    except ValidationError as fault:
        raise Refusal(next(iter(fault.messages))) from fault
