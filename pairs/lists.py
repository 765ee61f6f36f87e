"""Columns of the lists: heading, value, sorting and sheet cell in one place."""

from functools import cache

from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from mentoring.common.lists import Column
from mentoring.common.templatetags.ui import badge, state_badge
from pairs.enums import ConcernState, PairState
from pairs.filters import WITHOUT_ORDER
from pairs.queries.attention import Rule, reason_of
from pairs.queries.weighing import weighting_title
from pairs.reasons import reason_title

SAID_BY_STATE = (PairState.AGREED, PairState.SUSPENDED)  # the sign of the state is the reason


def mentees(pair) -> str:
    return ", ".join(person.full_name for person in pair.mentee_people)


def show_people(people) -> str:
    """Each name on its own line, the class or post beside it."""
    return format_html_join(
        "", '<span class="person-line">{} <span class="text-secondary">{}</span></span>', ((one.full_name, one.place) for one in people)
    )


def attention_in_words(pair) -> str:
    rule = reason_of(pair)
    return str(rule.sentence) if rule else ""


def show_role_model(pair) -> str:
    """Form and kind stand under the role model: eight columns would not fit a school's screen. «(один на один)» is left to the sheet."""
    kind = pair.kind_title.partition("(")[0].strip()
    return format_html('{} <span class="cell-note">{} · {}</span>', pair.role_model_title, pair.form_title, kind)


def show_state(pair) -> str:
    sign = state_sign(PairState(pair.state), get_language())
    note = reason_title(pair.finish_reason)
    rule = reason_of(pair)
    if rule is not None and pair.state not in SAID_BY_STATE:
        note = attention_sign(rule, get_language())
    return format_html('{} <span class="cell-note">{}</span>', sign, note) if note else sign


@cache
def state_sign(state: PairState, language: str) -> str:
    """Only 35 % of real pairs are fixed by an order (docs/domain.md), so one without it is red. Seven signs a language, made once."""
    sign = state_badge(state, state.label)
    return format_html("{} {}", sign, badge(_("without an order"), "bad", "file-earmark-x")) if state in WITHOUT_ORDER else sign


@cache
def attention_sign(rule: Rule, language: str) -> str:
    return badge(rule.sentence, rule.tone, "bell")


def held_in_words(meeting) -> str:
    return str(_("yes") if meeting.took_place else _("no"))


def show_type(meeting) -> str:
    """How they met stands under the type; a meeting that did not take place says so there."""
    note = meeting.get_mode_display() if meeting.took_place else badge(_("Did not take place"), "bad", "calendar-x")
    return format_html('{} <span class="cell-note">{}</span>', meeting.get_type_display(), note)


def show_concern_state(concern) -> str:
    if concern.state == ConcernState.OPEN:
        return badge(concern.get_state_display(), "bad", "shield-exclamation")
    return format_html(
        '{} <span class="cell-note">{}</span>', badge(concern.get_state_display(), "neutral", "archive"), concern.get_outcome_display()
    )


def matched_in_words(run) -> str:
    """«28 из 30»; nothing while the run is being counted."""
    return _("%(matched)s of %(mentees)s") % run.figures if run.figures else ""


BY_MENTOR = ("mentor__person__surname", "mentor__person__name")

PAIR_COLUMNS = (
    Column("mentor", _("Mentor"), lambda pair: pair.mentor.person.full_name, order_by=BY_MENTOR, width=36),
    Column("mentees", _("Mentees"), mentees, html=lambda pair: show_people(pair.mentee_people), width=48),
    Column("form", _("Form"), lambda pair: pair.form_title, order_by=("form__position",), optional=True),
    Column("role_model", _("Role model"), lambda pair: pair.role_model_title, show_role_model, order_by=("role_model__title",), width=32),
    Column("kind", _("Kind"), lambda pair: pair.kind_title, order_by=("kind__position",), optional=True),
    Column("state", _("State"), lambda pair: str(pair.get_state_display()), html=show_state, order_by=("state",)),
    Column(
        "meetings", _("Meetings"), lambda pair: pair.meetings_count, order_by=("meetings_count",), kind="integer", width=10, css="text-end"
    ),
    Column("last_meeting", _("Last meeting"), lambda pair: pair.last_meeting, order_by=("last_meeting",), kind="date", width=14),
    Column("attention", _("Needs attention"), attention_in_words, width=28, optional=True),
    Column("finished_on", _("Finished"), lambda pair: pair.finished_on, order_by=("finished_on",), kind="date", width=14, optional=True),
    Column("finish_reason", _("Reason of the end"), lambda pair: reason_title(pair.finish_reason), width=36, optional=True),
)

CONCERN_COLUMNS = (
    Column("raised_at", _("Received"), lambda row: row.raised_at, order_by=("raised_at",), kind="date", width=14),
    Column("pair", _("Pair"), lambda row: str(row.pair), width=48),
    Column("about", _("About"), lambda row: str(row.get_about_display()), width=36),
    Column("lead", _("Received by"), lambda row: row.lead.user.get_full_name(), width=36),
    Column("state", _("State"), lambda row: str(row.get_state_display()), show_concern_state, order_by=("state",)),
    Column("outcome", _("Outcome"), lambda row: str(row.get_outcome_display()), width=36, optional=True),
)

MEETING_COLUMNS = (
    Column("held_on", _("Date"), lambda row: row.held_on, order_by=("held_on",), kind="date", width=12),
    Column("mentor", _("Mentor"), lambda row: row.pair.mentor.person.full_name, order_by=tuple(f"pair__{field}" for field in BY_MENTOR)),
    Column("mentees", _("Mentees"), lambda row: mentees(row.pair), html=lambda row: show_people(row.pair.mentee_people), width=48),
    Column("type", _("Type"), lambda row: str(row.get_type_display()), show_type, order_by=("type",)),
    Column("topic", _("Topic"), lambda row: row.topic, width=40),
    Column("minutes", _("Minutes"), lambda row: row.minutes, order_by=("minutes",), kind="integer", width=10, css="text-end"),
    Column("mode", _("Mode"), lambda row: str(row.get_mode_display()), width=14, optional=True),
    Column("held", _("Took place"), held_in_words, width=12, optional=True),
)

RUN_COLUMNS = (
    Column("number", _("Run"), lambda run: run.pk, lambda run: f"№ {run.pk}", order_by=("pk",), kind="integer", width=8),
    Column("created_at", _("Counted"), lambda run: run.created_at, order_by=("created_at",), kind="datetime", width=18),
    Column("programme", _("Programme"), lambda run: str(run.programme), order_by=("programme__title",), width=40),
    Column("weighting", _("Weighting"), lambda run: weighting_title(run.weighting), width=28),
    Column("matched", _("With a mentor"), matched_in_words, width=14),
    Column("mean", _("Mean score"), lambda run: run.figures.get("mean"), kind="integer", width=10, css="text-end"),
    Column("state", _("State"), lambda run: str(run.get_state_display()), lambda run: state_badge(run.state, run.get_state_display())),
    Column("created_by", _("Who"), lambda run: str(run.created_by), width=28, optional=True),
    Column("digest", _("Digest"), lambda run: run.first_hash, width=64, optional=True),
)
