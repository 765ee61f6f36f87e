from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.access import needs
from accounts.permissions import Permission
from accounts.school_list import SchoolList
from mentoring.common.clock import today
from mentoring.common.lists import Action, Empty
from mentoring.common.numbers import number_of
from mentoring.common.refusal import Refusal
from participants.filters import ConsentFilter
from participants.forms import ConsentForm, ManyConsentsForm, WithdrawalForm
from participants.lists.consents import CONSENT_COLUMNS
from participants.models import Consent, Person
from participants.queries.lacking import people_lacking_consents
from participants.queries.published import case_links
from participants.services import record_consent, record_consents, withdraw_consent
from programmes.models import Programme

ROWS_SHOWN = 300  # with ticks: a form may not hold more than 1,000 fields


class ConsentRegister(SchoolList):
    """Every consent that was ever recorded, the withdrawn ones included."""

    permissions = (Permission.RECORD_CONSENTS,)
    template_name = "participants/consents.html"
    filterset_class = ConsentFilter
    columns = CONSENT_COLUMNS
    page_title = gettext_lazy("Consents")
    page_lead = gettext_lazy("One sheet for one purpose; what was signed stays in the register even when it is withdrawn.")
    default_order = ("-given_on", "-pk")

    def get_queryset(self):
        return Consent.objects.visible_to(self.request.actor).select_related("person", "withdrawal")

    def get_context_data(self, **kwargs):
        ended = self.get_queryset().filter(withdrawal__isnull=True, valid_until__lt=today()).count()
        lacking = len(people_lacking_consents(self.request.actor))
        return super().get_context_data(lacking=lacking, ended=ended, **kwargs)

    def get_actions(self):
        return [
            Action(gettext_lazy("Record the consents"), reverse("participants:consents_record"), "pen", primary=True),
            Action(gettext_lazy("Who has which consent"), reverse("participants:consent_standings"), "table"),
            Action(gettext_lazy("Print consents"), reverse("participants:sheets_print"), "printer"),
            Action(gettext_lazy("Printed consents"), reverse("participants:sheets"), "qr-code"),
            Action(gettext_lazy("Contracts of mentors"), reverse("participants:contracts"), "file-earmark-text"),
            Action(gettext_lazy("Texts of consents"), reverse("participants:consent_wordings"), "pencil"),
            Action(gettext_lazy("Scans"), reverse("participants:scans"), "file-earmark-image"),
        ]

    def get_empty(self):
        return Empty(
            gettext_lazy("No consent is recorded yet. Collect the signed sheets and record them together."),
            icon="shield-check",
            action=self.get_actions()[0],
        )

    def row_url(self, row):
        return row.person.get_absolute_url()


@needs(Permission.RECORD_CONSENTS)
def consents_record(request):
    """Who lacks a consent, with ticks: sheets of many people are recorded at once."""
    key = number_of(request.GET.get("programme"))
    programme = Programme.objects.visible_to(request.actor).filter(pk=key).first() if key else None
    everybody = people_lacking_consents(request.actor, programme)
    rows = everybody[:ROWS_SHOWN]
    form = ManyConsentsForm(request.POST or None)
    ticked = set(map(number_of, request.POST.getlist("people")))
    if request.POST.get("all"):
        ticked |= {row.person.pk for row in rows if row.can_sign}
    elif request.method == "POST" and form.is_valid():
        try:
            count = _record(request.actor, rows, ticked, form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, ngettext("%(count)s consent recorded.", "%(count)s consents recorded.", count) % {"count": count})
            return redirect("participants:consents")
    context = {
        "form": form,
        "rows": rows,
        "total": len(everybody),
        "ticked": ticked,
        "programme": programme,
        "programmes": Programme.objects.visible_to(request.actor),
    }
    return render(request, "participants/consents_record.html", context)


def _record(actor, rows, ticked: set[int], words: dict) -> int:
    people = [row.person for row in rows if row.person.pk in ticked]
    return record_consents(actor=actor, people=people, **words)


@needs(Permission.RECORD_CONSENTS)
def consent_add(request, pk):
    """One signed sheet, from the person's page."""
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    form = ConsentForm(request.POST or None, person=person)
    if request.method == "POST" and form.is_valid():
        try:
            record_consent(actor=request.actor, person=person, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The consent is recorded."))
            return redirect(person)
    context = {"form": form, "person": person, "page_title": _("Record a consent"), "submit_label": _("Record the consent")}
    return render(request, "participants/person_form.html", context | {"cancel_url": person.get_absolute_url()})


@needs(Permission.RECORD_CONSENTS)
def consent_withdraw(request, pk):
    consent = get_object_or_404(Consent.objects.visible_to(request.actor).select_related("person"), pk=pk)
    form = WithdrawalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_consent(actor=request.actor, consent=consent, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The withdrawal is recorded. What the consent covered is closed from now on."))
            return redirect(consent.person)
    context = {"form": form, "consent": consent, "person": consent.person, "published": case_links(consent)}
    return render(request, "participants/consent_withdraw.html", context)
