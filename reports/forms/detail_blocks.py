"""Fields of the form of an order, block by block: `ask` of reports/texts/orders.toml names the blocks."""

from collections.abc import Callable

from django import forms
from django.utils.translation import gettext_lazy as _

from pairs.queries import free_mentors
from reports.enums import Outcome
from reports.forms.days import day_field
from reports.forms.documents import stamps_field
from reports.forms.lines import LinesField
from reports.forms.pairs import PairsField
from reports.queries.order_choices import COMMITTEE, GROUP, coordinators, first_awards, first_curators, first_members, first_timetable
from reports.queries.order_difference import amended_without_order, ended_without_order, leaving_pairs
from reports.queries.orders import agreed_pairs, orders_in_force, orders_on_pairs, pairs_at_work


class OrderField(forms.ModelChoiceField):
    def label_from_instance(self, order):
        return f"№ {order.number}, {order.signed_on:%d.%m.%Y}: {order.title}"


class MentorField(forms.ModelChoiceField):
    def label_from_instance(self, record):
        return f"{record.person.full_name}, {record.person.place}".rstrip(", ")


class MentorsField(forms.ModelMultipleChoiceField):
    label_from_instance = MentorField.label_from_instance


def _bases(programme) -> dict:
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


def _start(programme) -> dict:
    return {"start": day_field(_("In force from"), initial=programme.starts_on)}


def _coordinator(programme) -> dict:
    choices = coordinators(programme.school_id)
    field = forms.TypedChoiceField(label=_("Who answers for it"), choices=choices, coerce=int)
    return {"coordinator": field}


def _people(lines: list[str]) -> dict:
    help_text = _("One person a line: name; post; part. Those who have a role in the school stand here already.")
    return {"members": LinesField(label=_("People of the appendix"), help_text=help_text, initial=lines, rows=6)}


def _members(programme) -> dict:
    return _people(first_members(programme, GROUP))


def _committee(programme) -> dict:
    return _people(first_members(programme, COMMITTEE))


def _curators(programme) -> dict:
    return _people(first_curators(programme))


def _mentors(programme) -> dict:
    rows = programme.mentorrecords.present().with_person()
    initial = list(rows.values_list("pk", flat=True))
    error = {"required": _("Tick at least one mentor. If the list is empty, fill in the base of mentors first.")}
    widget = forms.CheckboxSelectMultiple
    return {"mentors": MentorsField(label=_("Mentors"), queryset=rows, initial=initial, widget=widget, error_messages=error)}


def _timetable(programme) -> dict:
    help_text = _("One lesson a line: topic; hours; date and time; who teaches.")
    return {"timetable": LinesField(label=_("Programme and timetable"), help_text=help_text, initial=first_timetable(), rows=6)}


def _awards(programme) -> dict:
    help_text = _("One person a line: name; post or class; award. The mentors of the pairs stand here already.")
    return {"awards": LinesField(label=_("Who is rewarded and how"), help_text=help_text, initial=first_awards(programme), rows=8)}


def _event(programme) -> dict:
    return {"event_date": day_field(_("Day of the event")), "event_place": forms.CharField(label=_("Place of the event"), max_length=200)}


def _reason(programme) -> dict:
    help_text = _("In brackets of the preamble, for example: личное заявление наставника.")
    return {"reason": forms.CharField(label=_("Reason"), help_text=help_text, max_length=200)}


def _outcome(programme) -> dict:
    return {
        "outcome": forms.ChoiceField(label=_("How the work ends"), choices=Outcome, initial=Outcome.COMPLETED, widget=forms.RadioSelect)
    }


def _annulled(programme) -> dict:
    return _amends(orders_in_force(programme))


def _changed_order(programme) -> dict:
    """The last order on pairs stands there; one from paper may be on them too."""
    rows = orders_on_pairs(programme)
    return _amends(rows, initial=rows.first())


def _amends(queryset, initial=None) -> dict:
    error = {"required": _("Choose the order that is changed or annulled.")}
    return {"amends": OrderField(label=_("Which order"), queryset=queryset, initial=initial, error_messages=error)}


def _pairs(name: str, label, queryset, nobody: str, *, ticked=None) -> dict:
    """Boxes of pairs; `ticked` is the difference from the order in force, `nobody` says why there are none."""
    initial = [] if ticked is None else list(ticked.values_list("pk", flat=True))
    told = {"help_text": "" if queryset else nobody, "required": False, "widget": forms.CheckboxSelectMultiple}
    return {name: PairsField(label=label, queryset=queryset, initial=initial, **told)}


def _added(programme) -> dict:
    rows, nobody = agreed_pairs(programme), _("There are none: a pair stands here when every side has agreed and no order has it yet.")
    return _pairs("pairs", _("Pairs to add"), rows, nobody, ticked=rows)


def _leaving(programme) -> dict:
    rows, nobody = leaving_pairs(programme), _("There are none: no pair of the programme works now.")
    return _pairs("ending", _("Pairs to leave out"), rows, nobody, ticked=ended_without_order(programme))


def _changed(programme) -> dict:
    rows, nobody = amended_without_order(programme), _("There are none: new terms are agreed on the page of a pair.")
    return _pairs("changed", _("Pairs on new terms"), rows, nobody, ticked=rows)


def _ending(programme) -> dict:
    return _pairs("ending", _("Pairs that finish"), pairs_at_work(programme), _("There are none: no pair of the programme works now."))


def _replacement(programme) -> dict:
    day = day_field(_("The new mentor and the mentees agreed on"), help_text=_("Their written agreement, for minors that of a parent."))
    mentors = free_mentors(programme)
    return {
        "old_pair": forms.ModelChoiceField(label=_("Pair or group whose mentor changes"), queryset=pairs_at_work(programme)),
        "new_mentor": MentorField(label=_("New mentor, from those with free places"), queryset=mentors),
        "agreed_on": day,
        **_reason(programme),
    }


def _stamps(programme) -> dict:
    return {"stamps": stamps_field([])}


BLOCKS: dict[str, Callable] = {
    "bases": _bases,
    "start": _start,
    "coordinator": _coordinator,
    "members": _members,
    "committee": _committee,
    "curators": _curators,
    "mentors": _mentors,
    "timetable": _timetable,
    "awards": _awards,
    "event": _event,
    "reason": _reason,
    "outcome": _outcome,
    "base_order": _changed_order,
    "annulled_order": _annulled,
    "added_pairs": _added,
    "ending_pairs": _ending,
    "leaving_pairs": _leaving,
    "changed_pairs": _changed,
    "replacement": _replacement,
    "stamps": _stamps,
}
