"""What the curator fills in for a kind of order: `ask` of reports/texts/orders.toml names the blocks."""

from collections.abc import Callable

from django import forms
from django.utils.translation import gettext_lazy as _

from pairs.queries import free_mentors
from reports.enums import OrderEffect, Outcome
from reports.forms.days import day_field
from reports.forms.documents import stamps_field
from reports.forms.lines import LinesField
from reports.forms.pairs import PairsField
from reports.queries.order_choices import coordinators, first_awards, first_members, first_timetable
from reports.queries.order_texts import school_texts
from reports.queries.orders import agreed_pairs, last_bases, orders_in_force, pairs_at_work

NOT_DETAILS = ("pairs", "ending", "old_pair", "amends")


class OrderField(forms.ModelChoiceField):
    def label_from_instance(self, order):
        return f"№ {order.number}, {order.signed_on:%d.%m.%Y}: {order.title}"


class MentorField(forms.ModelChoiceField):
    def label_from_instance(self, record):
        return f"{record.person.full_name}, {record.person.place}".rstrip(", ")


class MentorsField(forms.ModelMultipleChoiceField):
    label_from_instance = MentorField.label_from_instance


class DetailsForm(forms.Form):
    """With `order` the form edits what was told before; the pairs of an order and the order it changes stay as they are."""

    def __init__(self, *args, kind: dict, programme, order=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind, self.programme, self.order = kind, programme, order
        blocks = [*kind["ask"], *(["bases"] if self._rests_on_bases() else [])]
        for block in blocks:
            self.fields.update(
                {name: field for name, field in BLOCKS[block](programme).items() if order is None or name not in NOT_DETAILS}
            )
        told = last_bases(programme) if order is None else order.details
        for name, field in self.fields.items():
            if name in told:
                field.initial = told[name]

    def _rests_on_bases(self) -> bool:
        return any(mark in line for line in school_texts(self.kind["code"])["preamble"] for mark in ("{protocol}", "{basis_order}"))

    @property
    def details(self) -> dict:
        """JSON values for `Order.details`."""
        return {name: _plain(value) for name, value in self.cleaned_data.items() if name not in NOT_DETAILS}

    @property
    def subjects(self) -> dict:
        """Arguments of `prepare_order` that are rows."""
        told = self.cleaned_data
        ending = [told["old_pair"]] if told.get("old_pair") else told.get("ending", ())
        return {"pairs": told.get("pairs", ()), "ending": ending, "amends": told.get("amends")}

    def clean(self):
        told = super().clean()
        old, new = told.get("old_pair"), told.get("new_mentor")
        if old and new and old.mentor_id == new.pk:
            self.add_error("new_mentor", _("This mentor leads the pair now. Choose somebody else."))
        if OrderEffect(self.kind["effect"]) == OrderEffect.CHANGE and self.order is None and not (told.get("pairs") or told.get("ending")):
            raise forms.ValidationError(_("Choose what changes: pairs to add or pairs to leave out."))
        return told


def _plain(value):
    if value is None:
        return ""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if hasattr(value, "values_list"):
        return list(value.values_list("pk", flat=True))
    return getattr(value, "pk", value)


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


def _members(programme) -> dict:
    help_text = _("One person a line: name; post; part. Those who have a role in the school stand here already.")
    return {"members": LinesField(label=_("People of the appendix"), help_text=help_text, initial=first_members(programme), rows=6)}


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


def _amends(programme) -> dict:
    error = {"required": _("Choose the order that is changed or annulled.")}
    return {"amends": OrderField(label=_("Which order"), queryset=orders_in_force(programme), error_messages=error)}


def _added(programme) -> dict:
    return {
        "pairs": PairsField(label=_("Pairs to add"), queryset=agreed_pairs(programme), widget=forms.CheckboxSelectMultiple, required=False)
    }


def _ending(programme) -> dict:
    return {
        "ending": PairsField(
            label=_("Pairs that finish"), queryset=pairs_at_work(programme), widget=forms.CheckboxSelectMultiple, required=False
        )
    }


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
    "mentors": _mentors,
    "timetable": _timetable,
    "awards": _awards,
    "event": _event,
    "reason": _reason,
    "outcome": _outcome,
    "base_order": _amends,
    "annulled_order": _amends,
    "added_pairs": _added,
    "ending_pairs": _ending,
    "replacement": _replacement,
    "stamps": _stamps,
}
