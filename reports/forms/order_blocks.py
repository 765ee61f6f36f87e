"""Fields of the form of an order, block by block: `ask` of reports/texts/orders.toml names the blocks."""

from collections.abc import Callable

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.wording.lines import LinesField
from reports.enums import Outcome
from reports.forms.days import day_field
from reports.forms.pair_blocks import PAIR_BLOCKS, MentorField
from reports.forms.stamps import stamps_field
from reports.queries.order_choices import COMMITTEE, GROUP, coordinators, first_awards, first_curators, first_members, first_timetable
from reports.queries.order_people import staff_choices


class MentorsField(forms.ModelMultipleChoiceField):
    label_from_instance = MentorField.label_from_instance


def _bases(draft) -> dict:
    return {
        "basis_order": forms.CharField(
            label=_("Order of the authority above, in the genitive"),
            help_text=_(
                "As it stands after «на основании»: приказа управления образования от 29.08.2026 № 100. Empty: the line is left out."
            ),
            max_length=300,
            required=False,
        ),
        "protocol_number": forms.CharField(label=_("Protocol of the pedagogical council: number"), max_length=20, required=False),
        "protocol_date": day_field(_("Protocol of the pedagogical council: date"), required=False),
    }


def _start(draft) -> dict:
    return {"start": day_field(_("In force from"), initial=draft.programme.starts_on)}


def _coordinator(draft) -> dict:
    choices = coordinators(draft.programme.school_id)
    field = forms.TypedChoiceField(label=_("Who answers for it"), choices=choices, coerce=int)
    return {"coordinator": field}


def _staff_field(label, nobody, programme) -> forms.ChoiceField:
    """Everybody of the staff. `nobody` is a choice of its own: the search field of a long list offers no empty one to come back to."""
    choices = [("nobody", nobody), *staff_choices(programme.school_id)]
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=forms.Select(attrs={"data-search": ""}))


def _curator(draft) -> dict:
    return {"curator": _staff_field(_("Who answers for it"), _("Whoever prepares the order"), draft.programme)}


def _control(draft) -> dict:
    return {"control": _staff_field(_("Who controls that it is done"), _("The director keeps the control"), draft.programme)}


def _people(lines: list[str]) -> dict:
    help_text = _("One person a line: name; post; part. Those who have a role in the school stand here already.")
    return {"members": LinesField(label=_("People of the appendix"), help_text=help_text, initial=lines, rows=6)}


def _members(draft) -> dict:
    return _people(first_members(draft.programme, GROUP))


def _committee(draft) -> dict:
    return _people(first_members(draft.programme, COMMITTEE))


def _curators(draft) -> dict:
    return _people(first_curators(draft.programme))


def _mentors(draft) -> dict:
    rows = draft.programme.mentorrecords.present().with_person()
    initial = list(rows.values_list("pk", flat=True))
    error = {"required": _("Tick at least one mentor. If the list is empty, fill in the base of mentors first.")}
    widget = forms.CheckboxSelectMultiple
    return {"mentors": MentorsField(label=_("Mentors"), queryset=rows, initial=initial, widget=widget, error_messages=error)}


def _timetable(draft) -> dict:
    help_text = _("One lesson a line: topic; hours; date and time; who teaches.")
    return {"timetable": LinesField(label=_("Programme and timetable"), help_text=help_text, initial=first_timetable(), rows=6)}


def _awards(draft) -> dict:
    help_text = _("One person a line: name; post or class; award. The mentors of the pairs stand here already.")
    return {"awards": LinesField(label=_("Who is rewarded and how"), help_text=help_text, initial=first_awards(draft.programme), rows=8)}


def _event(draft) -> dict:
    return {"event_date": day_field(_("Day of the event")), "event_place": forms.CharField(label=_("Place of the event"), max_length=200)}


def _reason(draft) -> dict:
    help_text = _("In brackets of the preamble, for example: личное заявление наставника.")
    return {"reason": forms.CharField(label=_("Reason"), help_text=help_text, max_length=200)}


def _outcome(draft) -> dict:
    return {
        "outcome": forms.ChoiceField(label=_("How the work ends"), choices=Outcome, initial=Outcome.COMPLETED, widget=forms.RadioSelect)
    }


def _stamps(draft) -> dict:
    return {"stamps": stamps_field([])}


BLOCKS: dict[str, Callable] = {
    **PAIR_BLOCKS,
    "bases": _bases,
    "start": _start,
    "coordinator": _coordinator,
    "curator": _curator,
    "control": _control,
    "members": _members,
    "committee": _committee,
    "curators": _curators,
    "mentors": _mentors,
    "timetable": _timetable,
    "awards": _awards,
    "event": _event,
    "reason": _reason,
    "outcome": _outcome,
    "stamps": _stamps,
}
