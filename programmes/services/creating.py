"""A programme from a preset: the school year, the dictionaries, the seven stages with their measures."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.dates import add_months, school_year_bounds
from mentoring.common.refusal import Refusal
from programmes.models import Form, Measure, Programme, SchoolYear, Stage
from programmes.queries.presets import find_preset
from programmes.services.dictionaries import copy_dictionaries

LONGEST = datetime.timedelta(days=366 * 4)


@transaction.atomic
def create_programme(
    *, actor, preset: str, title: str, starts_on: datetime.date, ends_on: datetime.date, forms: list[str] | None = None
) -> Programme:
    """Make the programme with its roadmap. `forms` are codes; None takes the forms of the preset."""
    actor.must(Permission.MANAGE_PROGRAMMES)
    template = find_preset(preset)
    if template is None:
        raise Refusal(_("This preset does not exist. Choose one from the list."))
    title = title.strip()
    check_words(title, starts_on, ends_on)
    year = locked_year(actor, starts_on)
    if Programme.objects.filter(year=year, title=title).exists():
        raise Refusal(
            _("The school year already has a programme “%(title)s”. Open it from the list or choose another title.") % {"title": title}
        )
    copy_dictionaries(actor=actor)
    chosen = _chosen_forms(template["forms"] if forms is None else forms)
    programme = Programme.objects.create(
        school=actor.school,
        year=year,
        title=title,
        starts_on=starts_on,
        ends_on=ends_on,
        aims="\n".join(template.get("aims", [])),
        tasks="\n".join(template.get("tasks", [])),
        expected_results="\n".join(template.get("expected_results", [])),
        preset=template["code"],
        preset_version=template["version"],
        created_by=actor,
    )
    programme.forms.set(chosen)
    _draw_roadmap(programme, template["stage"])
    record(actor, "programme.created", programme, preset=template["title"], forms=", ".join(form.title for form in chosen))
    return programme


def check_words(title: str, starts_on: datetime.date, ends_on: datetime.date) -> None:
    if not title:
        raise Refusal(_("Write a title: it stands on every paper of the programme."))
    if ends_on <= starts_on:
        raise Refusal(_("The programme must end after it starts."))
    if ends_on - starts_on > LONGEST:
        raise Refusal(_("A programme lasts up to four years. Check the dates."))


def locked_year(actor, starts_on: datetime.date) -> SchoolYear:
    """The school year around `starts_on`; its lock makes two people who create the same programme follow one another."""
    first, last = school_year_bounds(starts_on)
    year, _created = SchoolYear.objects.get_or_create(school=actor.school, starts_on=first, defaults={"ends_on": last})
    return SchoolYear.objects.select_for_update(of=("self",)).get(pk=year.pk)


def _chosen_forms(codes: list[str]) -> list[Form]:
    found = list(Form.objects.filter(code__in=codes))
    if not codes or len(found) != len(set(codes)):
        raise Refusal(_("Choose at least one form of mentoring from the list."))
    return found


def _draw_roadmap(programme: Programme, stages: list[dict]) -> None:
    measures = []
    for template in stages:
        stage = Stage.objects.create(
            school_id=programme.school_id,
            programme=programme,
            number=template["number"],
            code=template["code"],
            title=template["title"],
        )
        measures += [_measure(programme, stage, place, item) for place, item in enumerate(template.get("measure", []), 1)]
    Measure.objects.bulk_create(measures)


def _measure(programme: Programme, stage: Stage, position: int, template: dict) -> Measure:
    measure = Measure(
        school_id=programme.school_id,
        stage=stage,
        position=position,
        text=template["text"],
        result=template.get("result", ""),
        document=template.get("document", ""),
        responsible=template.get("responsible", ""),
        recurrence=template.get("recurrence", ""),
    )
    if not measure.recurrence:
        measure.starts_on, measure.ends_on = _term(programme, template["month_from"], template["month_to"])
    return measure


def _term(programme: Programme, month_from: int, month_to: int) -> tuple[datetime.date, datetime.date]:
    """Whole months inside the programme: what the preset puts later than its end falls into its last month."""
    last_month = programme.ends_on.replace(day=1)
    starts_on = min(add_months(programme.starts_on, month_from), last_month)
    ends_on = min(add_months(programme.starts_on, month_to), last_month)
    return max(starts_on, programme.starts_on), min(add_months(ends_on, 1) - datetime.timedelta(days=1), programme.ends_on)
