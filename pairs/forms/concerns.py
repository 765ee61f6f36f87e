from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from accounts.permissions import Permission
from mentoring.common.prose import ProseInput
from pairs.enums import ConcernAbout, ConcernOutcome
from pairs.queries.concerns import RECEIVERS, leads_for
from pairs.queries.sides import is_led_by


class LeadField(forms.ModelChoiceField):
    """A member of the school by name and role."""

    def __init__(self, **kwargs):
        super().__init__(queryset=Membership.objects.none(), empty_label=None, widget=forms.RadioSelect, **kwargs)

    def offer(self, members) -> None:
        self.queryset = Membership.objects.filter(pk__in=[member.pk for member in members]).select_related("user").order_by("pk")

    def label_from_instance(self, member):
        return f"{member.user.get_full_name()}, {member.get_role_display().lower()}"


class RaiseForm(forms.Form):
    """Two choices and as many words as the child finds, none too."""

    about = forms.ChoiceField(
        label=_("What is it about?"),
        choices=ConcernAbout,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is about. You need not say more.")},
    )
    text = ProseInput(
        label=_("What happened?"),
        rows=5,
        required=False,
        help_text=_("You may leave this empty: then the person will simply ask to talk with you."),
    )
    lead = LeadField(label=_("Who should read it?"), error_messages={"required": _("Choose who should read it.")})

    def __init__(self, *args, pair, actor, **kwargs):
        super().__init__(*args, **kwargs)
        members = leads_for(pair)
        self.fields["lead"].offer(members)
        self.fields["lead"].initial = members[0].pk if members else None
        if is_led_by(pair, actor):
            self.fields["about"].choices = [(ConcernAbout.OTHER, ConcernAbout.OTHER.label)]
            self.fields["about"].initial = ConcernAbout.OTHER
        if actor.may(Permission.RECEIVE_CONCERNS):
            self.fields["text"].label = _("In the child's words")
            self.fields["text"].help_text = _("Write down what was said, not what you think of it.")


class NoteForm(forms.Form):
    text = ProseInput(label=_("Note"), required=False)


class HandOverForm(forms.Form):
    lead = LeadField(label=_("Who looks into it from now on?"), error_messages={"required": _("Choose who should read it.")})

    def __init__(self, *args, concern, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["lead"].offer([member for member in leads_for(concern.pair) if member.pk != concern.lead_id])


class CloseForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Outcome"), choices=ConcernOutcome, widget=forms.RadioSelect, error_messages={"required": _("Choose the outcome.")}
    )
    text = ProseInput(
        label=_("What was found and done"),
        rows=4,
        error_messages={"required": _("Write what was said or done: the record must be clear in a year.")},
    )


class LeadForm(forms.Form):
    member = LeadField(label=_("Whom may children turn to?"), error_messages={"required": _("Choose a person.")})

    def __init__(self, *args, actor, named, **kwargs):
        super().__init__(*args, **kwargs)
        staff = Membership.objects.active().filter(school_id=actor.school_id, role__in=RECEIVERS)
        self.fields["member"].offer(staff.exclude(pk__in=named))
