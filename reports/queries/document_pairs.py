"""Values for the placeholders of a pair's papers."""

from django.utils import translation

from mentoring.common.dates import short_day
from reports.queries.blocks import paragraphs, table, to_write
from reports.queries.document_people import person_place
from reports.queries.document_plan import plan_words

MINUTES_IN_HOUR = 60


def pair_words(pair) -> dict:
    """Papers speak Russian, whatever language the page is in."""
    with translation.override("ru"):
        return _words(pair)


def _words(pair) -> dict:
    mentees, meetings, plan = pair.mentee_people, list(pair.meetings.order_by("held_on", "pk")), list(pair.plan.all())
    held = [meeting for meeting in meetings if meeting.took_place]
    minutes = sum(meeting.minutes for meeting in held)
    return {
        "mentor": pair.mentor.person.full_name,
        "mentees": ", ".join(person.full_name for person in mentees),
        **_facts(pair, mentees),
        "meetings_held": str(len(held)),
        "meetings_missed": str(len(meetings) - len(held)),
        "meetings_time": f"{minutes // MINUTES_IN_HOUR} ч {minutes % MINUTES_IN_HOUR} мин",
        "table_meetings": _meetings(meetings),
        **plan_words(pair, plan, held),
        **_report(pair),
        **_case(pair, mentees),
    }


def _facts(pair, mentees: list) -> dict:
    """The head of the individual plan, and that of the other papers: programme and kind besides."""
    form = [("Форма наставничества", pair.form.title), ("Ролевая модель", pair.role_model.title)]
    people = [("Наставляемый" if len(mentees) == 1 else f"Наставляемый {place}", one) for place, one in enumerate(mentees, 1)]
    sides = [(part, _with_place(person)) for part, person in (("Наставник", pair.mentor.person), *people)]
    term = f"с {short_day(pair.starts_on)} по {short_day(pair.ends_on)}"
    around = [("Программа", pair.programme.title), *form, ("Вид наставничества", pair.kind.title), *sides, ("Срок", term)]
    heads = {"plan_facts": [*form, *sides, ("Срок осуществления плана", term)], "pair_facts": around}
    return {name: table([], [[[title], [value]] for title, value in rows]) for name, rows in heads.items()}


def _with_place(person) -> str:
    return f"{person.full_name}, {person_place(person)}".rstrip(", ")


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
    told = {name: getattr(report, name).splitlines() if report else [] for name in ("difficulties", "conclusions", "proposals")}
    return {name: paragraphs(lines) or to_write() for name, lines in told.items()}


def _case(pair, mentees: list) -> dict:
    """A case names nobody: who reads it on the site must not learn the child's name from it."""
    people = "один наставляемый" if len(mentees) == 1 else f"группа, наставляемых: {len(mentees)}"
    facts = [("Форма наставничества", pair.form.title), ("Ролевая модель", pair.role_model.title), ("Участники", f"наставник и {people}")]
    facts.append(("Срок работы", f"{short_day(pair.starts_on)} – {short_day(pair.finished_on or pair.ends_on)}"))
    rows = [[[name], [value]] for name, value in facts]
    return {"case_facts": table([], rows)}
