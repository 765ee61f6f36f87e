"""Registers and logs of the folder as tables. Free words about a child (results, next steps, concerns) stay in the system."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils import translation

from mentoring.common import clock
from mentoring.common.papers import render_paper
from pairs.models import Meeting
from participants.enums import ImportBase
from participants.models import Consent, MenteeRecord, MentorRecord
from programmes.models import Measure
from reports.documents.bases import base_sheet, base_title
from reports.models import Acknowledgement
from reports.queries.roadmap_table import outcome

TEMPLATE = "reports/papers/folder_table.html"
ROWS = 500  # a longer table is printed in several files: the memory of a worker has an end
LETTERS = 60_000  # of texts in one file: six seconds in the narrow columns of a base, a minute when each text is as long as it may be
YES_NO = {True: "да", False: "нет"}


@dataclass(frozen=True)
class Table:
    """`rows(programme)` gives lists of texts and days, one for a line. Words of a `tight` table may break anywhere: it has many columns."""

    title: str
    columns: tuple[str, ...]
    rows: Callable
    note: str = ""
    tight: bool = False


def table_paper(programme, table: Table, rows: list) -> bytes:
    with translation.override("ru"):
        facts = {"school": programme.school.full_name, "on": clock.today(), "title": table.title, "note": table.note, "rows": rows}
        return render_paper(TEMPLATE, {**facts, "columns": table.columns, "tight": table.tight}).pdf


def base_table(programme, base: str) -> Table:
    """The recommended columns; the workbook beside it has all of them."""
    sheet = base_sheet(programme, base, extra=False)
    rows = (["" if value is None else value for value in row] for row in sheet.rows)
    return Table(base_title(ImportBase(base)), tuple(str(column.heading) for column in sheet.columns), lambda _programme: rows, tight=True)


def _roadmap(programme) -> Iterable[list]:
    measures = Measure.objects.filter(stage__programme=programme).select_related("stage").order_by("stage__number", "position")
    for measure in measures:
        found = [str(measure.stage), measure.text, measure.term, outcome(measure)]
        yield [*found, measure.responsible, measure.get_state_display()]


def _consents(programme) -> Iterable[list]:
    """Without the sheets about health: the folder goes to people who need not know of them."""
    people = [model.objects.filter(programme=programme).values("person") for model in (MentorRecord, MenteeRecord)]
    rows = Consent.objects.filter(person__in=people[0]) | Consent.objects.filter(person__in=people[1])
    rows = rows.without_health().select_related("person", "withdrawal").order_by("person__search_key", "purpose", "given_on", "pk")
    for consent in rows.iterator(chunk_size=ROWS):
        withdrawn = getattr(consent, "withdrawal", None)
        until = consent.valid_until or "бессрочно"
        told = [consent.person.full_name, consent.person.place, consent.get_purpose_display(), consent.given_on, until]
        yield [*told, consent.signer, consent.get_basis_display(), withdrawn.withdrawn_on if withdrawn else ""]


def _meetings(programme) -> Iterable[list]:
    rows = Meeting.objects.filter(pair__programme=programme).select_related("pair__mentor__person")
    rows = rows.prefetch_related("pair__seats__mentee__person").order_by("held_on", "pk")
    for meeting in rows.iterator(chunk_size=ROWS):
        mentees = ", ".join(person.full_name for person in meeting.pair.mentee_people)
        told = [
            meeting.held_on,
            meeting.pair.mentor.person.full_name,
            mentees,
            meeting.get_type_display(),
            meeting.get_mode_display(),
        ]
        yield [*told, str(meeting.minutes), meeting.topic, YES_NO[meeting.took_place]]


def _readers(programme) -> Iterable[list]:
    lines = Acknowledgement.objects.filter(order__programme=programme).select_related("order")
    for line in lines.order_by("order__signed_on", "order", "position").iterator(chunk_size=ROWS):
        told = [str(line.order), line.order.signed_on, line.name, line.post]
        yield [*told, line.done_on or "", line.get_way_display() or "не ознакомлен"]


ROADMAP = Table("Дорожная карта", ("Этап", "Мероприятие", "Срок", "Результат", "Ответственный", "Состояние"), _roadmap)
CONSENTS = Table(
    "Журнал учёта согласий",
    ("Участник", "Класс, должность", "Цель", "Дано", "Действует до", "Подписал", "Основание", "Отозвано"),
    _consents,
)
MEETINGS = Table(
    "Журнал встреч",
    ("Дата", "Наставник", "Наставляемые", "Вид", "Как", "Минут", "Тема", "Состоялась"),
    _meetings,
    "Итоги встреч и заметки о детях в папку не входят.",
)
READERS = Table("Ознакомление с приказами", ("Приказ", "Дата", "Кто", "Класс, должность", "Ознакомлен", "Как"), _readers)
