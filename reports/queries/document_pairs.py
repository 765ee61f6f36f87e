"""Values for the placeholders of a pair's papers."""

from mentoring.common.dates import short_day
from pairs.enums import PlanSection
from reports.queries.blocks import paragraphs, table

PLAN_COLUMNS = ["№", "Проект, задание", "Срок", "Планируемый результат", "Фактический результат", "Оценка наставника"]
SECTIONS = {
    PlanSection.DIFFICULTIES: "Раздел 1. Анализ трудностей и способы их преодоления",
    PlanSection.DEVELOPMENT: "Раздел 2. Направления развития обучающегося",
}
OF_TEACHERS = "Раздел 2. Вхождение в должность и профессиональное развитие"
MINUTES_IN_HOUR = 60


def pair_words(pair) -> dict:
    mentees, meetings, plan = pair.mentee_people, list(pair.meetings.order_by("held_on", "pk")), list(pair.plan.all())
    held = [meeting for meeting in meetings if meeting.took_place]
    minutes = sum(meeting.minutes for meeting in held)
    return {
        "mentor": pair.mentor.person.full_name,
        "mentees": ", ".join(person.full_name for person in mentees),
        "pair_facts": _facts(pair, mentees),
        "meetings_held": str(len(held)),
        "meetings_missed": str(len(meetings) - len(held)),
        "meetings_time": f"{minutes // MINUTES_IN_HOUR} ч {minutes % MINUTES_IN_HOUR} мин",
        "table_meetings": _meetings(meetings),
        "plan_summary": paragraphs(
            [f"Выполнено заданий плана: {sum(item.done_on is not None for item in plan)} из {len(plan)}."] if plan else []
        ),
        "table_plan": _plan(pair, plan),
        "table_plan_results": _results(plan),
        **_report(pair),
        **_case(pair, mentees),
    }


def _facts(pair, mentees: list) -> list[dict]:
    rows = [("Программа", pair.programme.title), ("Форма наставничества", pair.form.title), ("Ролевая модель", pair.role_model.title)]
    rows += [("Вид наставничества", pair.kind.title), ("Наставник", _with_place(pair.mentor.person))]
    rows += [("Наставляемый" if len(mentees) == 1 else f"Наставляемый {place}", _with_place(one)) for place, one in enumerate(mentees, 1)]
    rows.append(("Срок", f"с {short_day(pair.starts_on)} по {short_day(pair.ends_on)}"))
    return table([], [[[name], [value]] for name, value in rows])


def _with_place(person) -> str:
    return f"{person.full_name}, {person.place}".rstrip(", ")


def _plan(pair, plan: list) -> list[dict]:
    """Tasks under their sections, numbered 1.1, 1.2, 2.1 …"""
    titles = SECTIONS | ({PlanSection.DEVELOPMENT: OF_TEACHERS} if pair.form.code == "teacher_teacher" else {})
    rows = []
    for number, (section, title) in enumerate(titles.items(), 1):
        items = [item for item in plan if item.section == section]
        if items:
            rows.append([[title]])
        rows += [
            [[f"{number}.{place}"], [item.task], [short_day(item.due_on)], [item.planned_result], [item.actual_result], [item.mark]]
            for place, item in enumerate(items, 1)
        ]
    return table(PLAN_COLUMNS, rows)


def _results(plan: list) -> list[dict]:
    rows = [[[item.task], [item.actual_result or ("выполнено" if item.done_on else "не выполнено")], [item.mark]] for item in plan]
    return table(["Задание", "Результат", "Оценка наставника"], rows)


def _meetings(meetings: list) -> list[dict]:
    rows = [
        [
            [short_day(one.held_on)],
            [one.get_type_display()],
            [one.topic if one.took_place else "не состоялась"],
            [f"{one.minutes} мин" if one.took_place else "–"],
        ]
        for one in meetings
    ]
    return table(["Дата", "Встреча", "Тема", "Время"], rows)


def _report(pair) -> dict:
    report = getattr(pair, "mentor_report", None)
    return {name: paragraphs(getattr(report, name).splitlines()) if report else [] for name in ("difficulties", "conclusions", "proposals")}


def _case(pair, mentees: list) -> dict:
    """A case names nobody: who reads it on the site must not learn the child's name from it."""
    people = "один наставляемый" if len(mentees) == 1 else f"группа, наставляемых: {len(mentees)}"
    facts = [("Форма наставничества", pair.form.title), ("Ролевая модель", pair.role_model.title), ("Участники", f"наставник и {people}")]
    facts.append(("Срок работы", f"{short_day(pair.starts_on)} – {short_day(pair.finished_on or pair.ends_on)}"))
    rows = [[[name], [value]] for name, value in facts]
    return {"case_facts": table([], rows)}
