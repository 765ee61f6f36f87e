"""Everything that the monitoring report says, as plain data: one source for the PDF and the XLSX."""

from django.db.models import Count, Q, Sum
from django.utils import translation

from monitoring.enums import Direction
from monitoring.queries import dynamics, expectation_gaps, latest_sheets, response_rate, satisfaction, without_small_groups
from monitoring.queries.privacy import SMALL
from monitoring.queries.satisfaction import definition
from monitoring.reference import indicator_table, questionnaire_file
from pairs.enums import PairState, Side
from pairs.models import Meeting, Pair


def monitoring_facts(programme, on, *, show_small: bool = False) -> dict:
    """Return the facts of `programme` on the day `on`, ready for JSON, labels in Russian.

    Figures of fewer than five answers are None with `too_few` set, unless `show_small`: the paper is read by more than the curator.
    """
    with translation.override("ru"):
        changes, gaps = dynamics(programme), expectation_gaps(programme)
        sides = list(satisfaction(programme).values())
        if not show_small:
            changes, gaps, sides = without_small_groups(changes), without_small_groups(gaps), without_small_groups(sides)
        return {
            "on": on.isoformat(),
            "programme": _programme(programme),
            "pairs": _pairs(programme),
            "meetings": _meetings(programme, on),
            "responses": _responses(programme, on),
            "indicators": _indicators(programme),
            "dynamics": [_change(change) for change in changes],
            "gaps": [_gap(gap) for gap in gaps],
            "satisfaction": [_satisfaction(side) for side in sides],
            "definitions": _definitions(),
        }


def _programme(programme) -> dict:
    return {
        "id": programme.pk,
        "title": programme.title,
        "school": programme.school.full_name,
        "school_short": programme.school.short_name,
        "year": str(programme.year),
        "starts_on": programme.starts_on.isoformat(),
        "ends_on": programme.ends_on.isoformat(),
        "forms": [form.title for form in programme.forms.all()],
    }


def _pairs(programme) -> dict:
    """Count pairs and groups by form and state, and the people in working ones."""
    counted = Pair.objects.filter(programme=programme).order_by().values("form__title", "state").annotate(number=Count("pk"))
    by_form: dict[str, dict[str, int]] = {}
    for row in counted:
        by_form.setdefault(row["form__title"], {})[row["state"]] = row["number"]
    working = Pair.objects.filter(programme=programme, state__in=(PairState.ACTIVE, PairState.COMPLETED))
    people = working.aggregate(mentors=Count("mentor__person", distinct=True), mentees=Count("seats__mentee__person", distinct=True))
    states = [state for state in PairState if any(state in counts for counts in by_form.values())]
    return {
        "states": [{"code": str(state), "title": str(state.label)} for state in states],
        "by_form": [
            {"form": form, "counts": {str(state): counts.get(state, 0) for state in states}, "total": sum(counts.values())}
            for form, counts in sorted(by_form.items())
        ],
        "total": sum(sum(counts.values()) for counts in by_form.values()),
        "groups": working.annotate(size=Count("seats")).filter(size__gt=1).count(),
        **people,
    }


def _meetings(programme, on) -> dict:
    meetings = Meeting.objects.filter(pair__programme=programme, held_on__lte=on)
    held = Q(took_place=True)
    figures = meetings.aggregate(
        held=Count("pk", filter=held),
        not_held=Count("pk", filter=~held),
        minutes=Sum("minutes", filter=held, default=0),
        pairs_that_met=Count("pair", filter=held, distinct=True),
    )
    return {**figures, "hours": round(figures["minutes"] / 60, 1)}


def _responses(programme, on) -> list[dict]:
    return [
        {
            "phase": rate.campaign.phase,
            "phase_title": rate.campaign.get_phase_display(),
            "wave": rate.campaign.wave,
            "wave_title": rate.campaign.get_wave_display(),
            "state_title": rate.campaign.get_state_display(),
            "opened_on": rate.campaign.opened_on.isoformat(),
            "closed_on": rate.campaign.closed_on and rate.campaign.closed_on.isoformat(),
            "invited": rate.invited,
            "answered": rate.answered,
            "share": rate.share,
        }
        for rate in response_rate(programme)
        if rate.campaign.opened_on <= on
    ]


def _indicators(programme) -> dict | None:
    """Return the newest sheet with its sum and level, None when the table was never filled."""
    found = latest_sheets([programme]).get(programme.pk)
    if found is None:
        return None
    table = indicator_table()
    return {
        "filled_on": found.sheet.filled_on.isoformat(),
        "scores": [
            {"position": score.position, "criterion": score.criterion, "title": score.title, "value": score.value}
            for score in found.sheet.scores.all()
        ],
        "total": found.total,
        "highest": table.highest,
        "level": str(found.level),
        "level_title": table.band_of(found.total).title,
        "advice": found.advice,
    }


def _change(change) -> dict:
    return {
        "code": change.code,
        "title": change.title,
        "side": change.side,
        "side_title": str(Side(change.side).label),
        "group": change.group,
        "direction": change.direction,
        "direction_title": str(Direction(change.direction).label),
        "pairs_of_answers": change.pairs_of_answers,
        "entry_answers": change.entry_answers,
        "entry_mean": change.entry_mean,
        "exit_mean": change.exit_mean,
        "difference": change.difference,
        "verdict": str(change.verdict),
        "verdict_title": str(change.verdict.label),
        "improved": change.improved,
        "unchanged": change.unchanged,
        "worse": change.worse,
        "missing_exit": change.missing_exit,
        "left": change.left,
        "too_few": change.answers < SMALL,
    }


def _gap(gap) -> dict:
    return {
        "code": gap.code,
        "title": gap.title,
        "side": gap.side,
        "side_title": str(Side(gap.side).label),
        "group": gap.group,
        "answers": gap.answers,
        "expected_mean": gap.expected_mean,
        "actual_mean": gap.actual_mean,
        "gap": gap.gap,
        "too_few": gap.answers < SMALL,
    }


def _satisfaction(side) -> dict:
    return {
        "side": str(side.side),
        "side_title": str(Side(side.side).label),
        "answered": side.answered,
        "satisfied": side.satisfied,
        "share": side.share,
        "too_few": side.answered < SMALL,
    }


def _definitions() -> dict:
    """Return what the figures mean, in sentences to print under them."""
    table = indicator_table()
    return {
        "satisfaction": definition(),
        "levels": [{"title": band.title, "from": band.lowest, "to": band.highest} for band in table.bands],
        "marks": [{"value": mark.value, "title": mark.title} for mark in table.marks],
        "dynamics": translation.gettext(
            "The means are of the people who answered both at entry and at exit. A missing exit answer is not 0. "
            "People who left before the exit are counted apart."
        ),
        "direction": translation.gettext("Anxiety, burnout, tiredness, conflicts and complaints: lower is better."),
        "small": translation.gettext("Fewer than %(number)s answers: too few to judge.") % {"number": SMALL},
        "questionnaires": {phase: questionnaire_file(phase)["source"] for phase in ("quality", "influence")},
        "indicators": table.source,
    }
