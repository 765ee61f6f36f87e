"""What the page for proposing shows: defaults that need no typing, and the two columns of people."""

from django.http import Http404

from mentoring.common.clock import today
from mentoring.common.names import search_key
from mentoring.common.numbers import number_of
from pairs.queries.candidates import free_mentors, waiting_mentees
from participants.models import MenteeRecord, MentorRecord


def pick_programme(programmes, wanted: str | None):
    """The wanted programme, else the newest that has a pair to propose, else the newest; None when the school has none."""
    if not wanted:
        rows = list(programmes)
        return next((programme for programme in rows if _first_with_both_sides(programme)), next(iter(rows), None))
    found = programmes.filter(pk=number_of(wanted)).first()
    if found is None:
        raise Http404
    return found


def default_terms(programme, data) -> dict:
    """Form, role model, kind and term: as asked for, else a form with people on both sides and the rest of the programme."""
    asked = data.get("form")
    form = None if asked else _first_with_both_sides(programme)
    form = form or _chosen(programme.forms.active(), asked)
    role_models = form.role_models.active() if form else None
    starts_on = min(max(today(), programme.starts_on), programme.ends_on)
    return {
        "form": form,
        "role_model": _chosen(role_models, data.get("role_model")) if form else None,
        "kind": data.get("kind"),
        "starts_on": data.get("starts_on") or starts_on,
        "ends_on": data.get("ends_on") or programme.ends_on,
    }


def _first_with_both_sides(programme):
    """The first form that has both a free mentor and a waiting mentee, or None."""
    mentors = set(free_mentors(programme).values_list("person__kind", flat=True))
    mentees = set(waiting_mentees(programme).values_list("person__kind", flat=True))
    forms = programme.forms.active()
    return next((form for form in forms if _fits(form.mentor_kinds, mentors) and _fits(form.mentee_kinds, mentees)), None)


def _fits(wanted: list, present: set) -> bool:
    """A form that names no kind is meant for everybody."""
    return bool(present & set(wanted)) if wanted else bool(present)


def _chosen(rows, wanted):
    return rows.filter(pk=number_of(wanted)).first() or rows.first()


def candidates(programme, form, data) -> dict:
    """Both columns for a form; a person who is already ticked stays in sight whatever is searched."""
    chosen_form = _chosen(programme.forms.active(), str(_value(form, "form") or ""))
    mentors, mentees = free_mentors(programme), waiting_mentees(programme)
    if chosen_form is not None:
        mentors = mentors.filter(person__kind__in=chosen_form.mentor_kinds) if chosen_form.mentor_kinds else mentors
        mentees = mentees.filter(person__kind__in=chosen_form.mentee_kinds) if chosen_form.mentee_kinds else mentees
    return {
        "mentors": _marked(mentors, {str(form["mentor"].value() or "")}, data.get("mentor_q", ""), lambda row: row.competences),
        "mentees": _marked(mentees, set(map(str, form["mentees"].value() or [])), data.get("mentee_q", ""), lambda row: row.request),
        "mentor_q": data.get("mentor_q", ""),
        "mentee_q": data.get("mentee_q", ""),
        "lacking": _lacking(MentorRecord, programme) + _lacking(MenteeRecord, programme),
    }


def _value(form, name):
    value = form[name].value()
    return getattr(value, "pk", value)


def _marked(rows, ticked: set, wanted: str, about) -> list:
    """Each row gets `words` (what a search finds), `ticked` and `hidden`."""
    wanted = search_key(wanted)
    marked = list(rows)
    for row in marked:
        row.words = search_key(row.person.full_name, row.person.place, about(row))
        row.ticked = str(row.pk) in ticked
        row.hidden = wanted not in row.words and not row.ticked
    return marked


def _lacking(model, programme) -> int:
    return model.objects.filter(programme=programme).present().lacking_consents().count()
