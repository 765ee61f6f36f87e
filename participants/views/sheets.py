"""Printed consents: the register, the print, and the page that a code opens."""

import uuid

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from accounts.school_list import SchoolList
from mentoring.common.addresses import site_address
from mentoring.common.lists import Action, Empty
from mentoring.common.numbers import number_of
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal
from participants.filters import SheetFilter
from participants.forms import PrintForm, SheetForm
from participants.lists.consents import SHEET_COLUMNS
from participants.models import ConsentSheet
from participants.queries.sheets import sheet_of
from participants.services import hand_in_sheet, print_sheets, record_consent, void_sheet
from participants.views.finding import named_person
from participants.workflow import SHEET_WORKFLOW

STEPS = {"hand_in": hand_in_sheet, "void": void_sheet}


class SheetList(SchoolList):
    """What was printed and where it is; a code typed above opens its sheet."""

    permissions = (Permission.RECORD_CONSENTS,)
    template_name = "participants/sheets.html"
    filterset_class = SheetFilter
    columns = SHEET_COLUMNS
    page_title = gettext_lazy("Printed consents")
    page_lead = gettext_lazy("Every printed sheet: at home, handed in, checked. Scan its code or type it to open the sheet.")
    default_order = ("-issued_at", "-pk")

    def get_queryset(self):
        return ConsentSheet.objects.visible_to(self.request.actor).with_names()

    def get_actions(self):
        return [Action(gettext_lazy("Print consents"), reverse("participants:sheets_print"), "printer", primary=True)]

    def get_empty(self):
        return Empty(
            gettext_lazy("No consent has been printed yet. Print all that are missing in one file."),
            icon="printer",
            action=self.get_actions()[0],
        )


@needs(Permission.RECORD_CONSENTS)
def sheets_print(request):
    """Everything that is missing, of a class or of one person, as one file."""
    person = named_person(request)
    initial = {"request_key": uuid.uuid4().hex, "class_name": request.GET.get("class_name", "")}
    if programme := number_of(request.GET.get("programme")):
        initial["programme"] = programme
    form = PrintForm(request.POST or None, initial=initial, actor=request.actor, person=person)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        try:
            job = print_sheets(
                actor=request.actor,
                programme=words["programme"],
                people=form.people(),
                purposes=words["purposes"],
                form=words["format"],
                request_key=words["request_key"],
                address=site_address(request),
            )
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect(job)
    return render(request, "participants/sheets_print.html", {"form": form, "person": person})


@require_safe
@needs(Permission.RECORD_CONSENTS)
def sheet_find(request):
    """A code, typed or scanned, leads to its sheet."""
    code = request.GET.get("code", "")
    found = sheet_of(request.actor, code)
    if found is None:
        messages.error(request, _("No sheet has the code “%(code)s”. Compare it with the letters under the square.") % {"code": code[:60]})
        return redirect("participants:sheets")
    return redirect(found)


@needs(Permission.RECORD_CONSENTS)
def sheet(request, code):
    """One sheet: where it is, and the form that records what was signed on it."""
    found = sheet_of(request.actor, code)
    if found is None:
        raise Http404
    is_open = found in ConsentSheet.objects.open()
    form = SheetForm(request.POST or None, person=found.person)
    if request.method == "POST" and form.is_valid():
        try:
            record_consent(actor=request.actor, person=found.person, purpose=found.purpose, sheet=found, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The consent is recorded (%(sheet)s).") % {"sheet": found})
            return redirect("participants:sheets")
    context = {
        "sheet": found,
        "person": found.person,
        "form": form,
        "is_open": is_open,
        "unsigned": found.person.is_minor and not found.person.guardians.exists(),
        "steps": SHEET_WORKFLOW.available(found, request.actor),
    }
    return render(request, "participants/sheet.html", context)


@require_POST
@needs(Permission.RECORD_CONSENTS)
def sheet_step(request, pk, name):
    found = get_object_or_404(ConsentSheet.objects.visible_to(request.actor), pk=pk)
    if name not in STEPS:
        raise Http404
    with answer_refusal(request):
        STEPS[name](actor=request.actor, sheet=found)
        messages.success(request, _("Done. The sheet is now: %(state)s.") % {"state": found.get_state_display().lower()})
    return redirect(found)
