"""The individual plan of a pair on paper, and what a personalised programme says of its meetings and results."""

from mentoring.common.dates import short_day
from mentoring.common.wording.placeholders import BLANK
from pairs.enums import MeetingType, PlanSection
from pairs.queries.plans import is_of_teachers, plan_sections
from programmes.queries.presets import form_templates
from reports.queries.blocks import paragraphs, points, table, to_write
from reports.queries.name_cases import lower_first

COLUMNS = ["№", "Проект, задание", "Срок", "Планируемый результат", "Фактический результат", "Оценка наставника"]
TITLES = {
    PlanSection.DIFFICULTIES: "Анализ трудностей и способы их преодоления",
    PlanSection.ADAPTATION: "Вхождение в должность",
    PlanSection.DEVELOPMENT: "Направления развития обучающегося",
}
OF_TEACHERS = {PlanSection.DEVELOPMENT: "Направления профессионального развития"}
CYCLE = {
    MeetingType.ORGANISATIONAL: ("Организационная встреча", "знакомство, правила общения"),
    MeetingType.TRIAL: ("Пробная рабочая встреча", "первая общая задача, отзывы обеих сторон"),
    MeetingType.PLANNING: ("Встреча-планирование", "план работы, число встреч"),
    MeetingType.REGULAR: ("Регулярные встречи", "выполнение плана, промежуточные результаты"),
    MeetingType.CLOSING: ("Заключительная встреча", "общий итог, отзывы обеих сторон"),
}


def plan_words(pair, plan: list, held: list) -> dict:
    """`held` are the meetings that took place, the earliest first."""
    done = sum(item.done_on is not None for item in plan)
    return {
        "pair_start": short_day(pair.starts_on),
        "pair_end": short_day(pair.ends_on),
        "frequency": usual_frequency(pair),
        "plan_summary": paragraphs([f"Выполнено заданий плана: {done} из {len(plan)}."] if plan else []),
        "table_plan": _plan(pair, plan),
        "table_plan_results": _results(plan) or paragraphs(["План не составлен."]),
        "table_schedule": _schedule(pair, held),
        "interim_results": _interim(pair, plan) or to_write(),
    }


def usual_frequency(pair) -> str:
    """How often pairs of the form meet; a form of the school's own does not say."""
    return next((form.get("frequency", "") for form in form_templates() if form["code"] == pair.form.code), "")


def _plan(pair, plan: list) -> list[dict]:
    """Tasks under their sections, numbered 1.1, 1.2, 2.1 …; a section without tasks has a row to write in."""
    titles = TITLES | (OF_TEACHERS if is_of_teachers(pair) else {})
    rows = []
    for number, section in enumerate(plan_sections(pair), 1):
        rows.append([[f"Раздел {number}. {titles[section]}"]])
        items = [_task(item) for item in plan if item.section == section] or [[[""]] * (len(COLUMNS) - 1)]
        rows += [[[f"{number}.{place}"], *cells] for place, cells in enumerate(items, 1)]
    return table(COLUMNS, rows)


def _task(item) -> list[list[str]]:
    return [[item.task], [short_day(item.due_on)], [item.planned_result], [item.actual_result], [item.mark]]


def _results(plan: list) -> list[dict]:
    rows = [[[item.task], [item.actual_result or ("выполнено" if item.done_on else "не выполнено")], [item.mark]] for item in plan]
    return table(["Задание", "Результат", "Оценка наставника"], rows)


def _schedule(pair, held: list) -> list[dict]:
    """The cycle of meetings: the days of those that took place, a line for those that are still to be fixed."""
    days = {meeting.type: short_day(meeting.held_on) for meeting in reversed(held)}
    days[MeetingType.REGULAR] = f"с {short_day(pair.starts_on)} по {short_day(pair.ends_on)}"
    days.setdefault(MeetingType.CLOSING, f"до {short_day(pair.ends_on)}")
    rows = [[[title], [days.get(kind, BLANK)], [outcome]] for kind, (title, outcome) in CYCLE.items()]
    return table(["Встреча", "Срок", "Итог"], rows)


def _interim(pair, plan: list) -> list[dict]:
    """What the plan promises before the last day of the pair, by dates."""
    items = sorted((item for item in plan if item.due_on < pair.ends_on), key=lambda item: (item.due_on, item.pk))
    return points(f"к {short_day(item.due_on)}: {lower_first(item.planned_result or item.task)}" for item in items)
