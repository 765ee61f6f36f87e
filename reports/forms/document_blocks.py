"""Fields of the form of a paper, block by block: `ask` of reports/texts/documents/ names the blocks. What the system knows stands there."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.names import full_name
from mentoring.common.wording.lines import LinesField
from pairs.models import Pair
from participants.models import Person
from programmes.models import Programme
from reports.forms.days import day_field
from reports.queries.document_plan import usual_frequency
from reports.queries.document_texts import school_wording
from reports.queries.name_cases import lower_first
from reports.queries.order_choices import first_readers
from reports.queries.orders import last_bases

MODES = (("очно", _("In person")), ("дистанционно", _("Remote")), ("очно и дистанционно", _("In person and remote")))


@dataclass(frozen=True)
class About:
    """Whose paper it is: of the programme alone, of a pair or of a person."""

    programme: Programme
    pair: Pair | None = None
    person: Person | None = None


def _protocol(about) -> dict:
    programme, school = about.programme, about.programme.school
    told = last_bases(programme)
    director = full_name(school.director_surname, school.director_name, school.director_patronymic)
    questions = [
        f"О программе наставничества «{programme.title}» на {programme.year} учебный год; ; принять программу, утвердить дорожную карту",
        "О положении о наставничестве; ; принять положение и представить директору на утверждение",
        "О кандидатурах координатора и кураторов; ; представить кандидатуры директору для назначения приказом",
    ]
    help_text = _("A question a line: question; who reported; decision.")
    return {
        "protocol_number": forms.CharField(label=_("Number"), max_length=20, initial=told.get("protocol_number", "1")),
        "protocol_date": day_field(_("Day of the meeting"), initial=told.get("protocol_date") or programme.starts_on),
        "chair": forms.CharField(label=_("Chair: surname, name, patronymic"), max_length=200, initial=director),
        "secretary": forms.CharField(label=_("Secretary: surname, name, patronymic"), max_length=200),
        "present": forms.CharField(label=_("Present: how many or who"), max_length=1000),
        "absent": forms.CharField(label=_("Absent"), max_length=500, required=False),
        "questions": LinesField(label=_("Agenda and decisions"), help_text=help_text, initial=questions, rows=8),
        "vote": forms.CharField(label=_("How they voted"), max_length=200, initial="за – единогласно"),
    }


def _acknowledged(about) -> dict:
    help_text = _("One person a line: name; post.")
    document = forms.CharField(label=_("Which document"), max_length=300, initial=school_wording("statute")["title"].partition(" в {")[0])
    return {
        "acknowledged": document,
        "people": LinesField(label=_("Who must read it"), help_text=help_text, initial=first_readers(about.programme), rows=12),
    }


def _personal_programme(about) -> dict:
    return {
        "problem": LinesField(label=_("The difficulty that the pair works on"), initial=_requests(about.pair), rows=3),
        "goal": forms.CharField(label=_("Goal"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})),
        "tasks": LinesField(label=_("Tasks"), help_text=_("A task a line."), rows=4),
        "results": LinesField(label=_("Expected results"), help_text=_("A result a line."), rows=4),
        "mode": forms.ChoiceField(label=_("How they meet"), choices=MODES),
        "frequency": forms.CharField(label=_("How often they meet"), max_length=200, initial=usual_frequency(about.pair)),
    }


def _requests(pair) -> list[str]:
    """What the mentees have asked for, each wish once."""
    wishes = (lower_first(seat.mentee.request) for seat in pair.seats.select_related("mentee") if seat.mentee.request)
    return list(dict.fromkeys(wishes))


def _case(about) -> dict:
    topics = list(dict.fromkeys(map(lower_first, about.pair.meetings.held().exclude(topic="").values_list("topic", flat=True))))
    results = [seat.mentee.results for seat in about.pair.seats.select_related("mentee") if seat.mentee.results]
    no_names = _("Write without names: the case may be published.")
    return {
        "problem": LinesField(label=_("What the mentee asked for"), help_text=no_names, initial=_requests(about.pair), rows=3),
        "actions": LinesField(label=_("What the pair did"), help_text=_("A step a line."), initial=topics, rows=6),
        "results": LinesField(label=_("What came of it"), help_text=_("A result a line."), initial=results, rows=4),
        "advice": LinesField(label=_("Advice to others"), rows=3, required=False),
    }


def _partner(about) -> dict:
    firm = about.person.post.rpartition(",")[0] or about.person.post
    help_text = _("For example: Уважаемый Пётр Ильич! Empty: the greeting of the person.")
    return {
        "partner": forms.CharField(label=_("Organisation"), max_length=200, initial=firm),
        "greeting": forms.CharField(label=_("Greeting"), help_text=help_text, max_length=200, initial="Уважаемые коллеги!", required=False),
    }


def _partnership(about) -> dict:
    """An agreement with an organisation; what is empty is a line on paper."""
    basis = _("In the genitive: Устава, доверенности от 01.09.2026 № 5.")
    work = ["предлагает наставников из числа своих работников", "принимает участников программы у себя", "участвует в итоговом мероприятии"]
    return {
        "agreement_number": forms.CharField(label=_("Number"), max_length=20, required=False),
        "agreement_date": day_field(_("Date of the agreement"), required=False),
        "organisation": forms.CharField(label=_("Organisation, as it stands in its statute"), max_length=300),
        "representative": forms.CharField(label=_("Representative: surname, name, patronymic"), max_length=200),
        "representative_post": forms.CharField(label=_("Post of the representative"), max_length=120, initial="директор"),
        "basis": forms.CharField(label=_("Acts by virtue of"), help_text=basis, max_length=120, initial="Устава"),
        "cooperation": LinesField(label=_("What the organisation does"), help_text=_("One thing a line."), initial=work, rows=4),
        "agreement_until": day_field(_("In force until"), initial=about.programme.ends_on),
        "requisites": LinesField(
            label=_("Requisites of the organisation"), help_text=_("Address, ИНН, ОГРН, phone: one a line."), rows=4, required=False
        ),
    }


BLOCKS: dict[str, Callable] = {
    "protocol": _protocol,
    "acknowledged": _acknowledged,
    "personal_programme": _personal_programme,
    "case": _case,
    "partner": _partner,
    "partnership": _partnership,
}
