"""Contracts of mentors: who lacks one, drafted, signed, ended, on paper."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from mentoring.common.responses import as_pdf
from participants.contract_papers import contract_paper
from participants.contract_remarks import remarks_on_contract
from participants.enums import ContractEnd, ContractKind, ContractState
from participants.forms import ContractForm, EndForm, SignForm
from participants.models import MentorContract, Person
from participants.notice import earliest_last_day
from participants.queries.contract_texts import kept_wording, school_wording
from participants.queries.contracts import mentors_without_contract
from participants.services import draft_contract, edit_contract, end_contract, sign_contract, void_contract
from participants.services.contracts import kind_for
from participants.workflow import CONTRACT_WORKFLOW
from programmes.models import Programme

STEPS = {"sign": (SignForm, sign_contract), "end": (EndForm, end_contract)}


@require_safe
@needs(Permission.RECORD_CONSENTS)
def contracts(request):
    """Mentors who must sign something and have not, then everything that was written."""
    rows = MentorContract.objects.visible_to(request.actor).select_related("person", "programme").order_by("-created_at", "-pk")
    context = {"lacking": mentors_without_contract(request.actor), "contracts": rows, "today": today(), "kinds": ContractKind}
    return render(request, "participants/contracts.html", context)


@needs(Permission.RECORD_CONSENTS)
def contract_add(request, pk, programme_pk):
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    programme = get_object_or_404(Programme.objects.visible_to(request.actor), pk=programme_pk)
    kind = kind_for(person)
    if kind is None:
        raise Http404
    initial = {"starts_on": max(today(), programme.starts_on), "ends_on": programme.ends_on}
    form = ContractForm(request.POST or None, kind=kind, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            row = draft_contract(actor=request.actor, person=person, programme=programme, **form.facts())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect(row)
    return _form_page(request, form, person, kind.label, person.get_absolute_url())


@require_safe
@needs(Permission.RECORD_CONSENTS)
def contract(request, pk):
    row = _contract(request, pk)
    steps = CONTRACT_WORKFLOW.available(row, request.actor)
    context = {"contract": row, "person": row.person, "steps": steps}
    if row.state == ContractState.DRAFT:
        context |= {"remarks": remarks_on_contract(row), "is_worded_otherwise": kept_wording(row) != school_wording(row.kind)}
    return render(request, "participants/contract.html", context)


@needs(Permission.RECORD_CONSENTS)
def contract_edit(request, pk):
    row = _contract(request, pk)
    form = ContractForm(request.POST or None, kind=row.kind, instance=row)
    if request.method == "POST" and form.is_valid():
        try:
            edit_contract(actor=request.actor, contract=row, **form.facts())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect(row)
    return _form_page(request, form, row.person, row.get_kind_display(), row.get_absolute_url())


@needs(Permission.RECORD_CONSENTS)
def contract_step(request, pk, name):
    """Signing and ending ask for their facts on a page of their own."""
    row = _contract(request, pk)
    if name not in STEPS:
        raise Http404
    form_class, service = STEPS[name]
    initial = {"ended_on": earliest_last_day(today(), by_employer=True), "ended_by": ContractEnd.SCHOOL}
    form = form_class(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            service(actor=request.actor, contract=row, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Recorded: %(state)s.") % {"state": row.get_state_display().lower()})
            return redirect(row)
    return _form_page(request, form, row.person, CONTRACT_WORKFLOW.steps[name].label, row.get_absolute_url())


@require_POST
@needs(Permission.RECORD_CONSENTS)
def contract_void(request, pk):
    row = _contract(request, pk)
    try:
        void_contract(actor=request.actor, contract=row)
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    return redirect(row)


@require_safe
@needs(Permission.RECORD_CONSENTS)
def contract_pdf(request, pk):
    row = _contract(request, pk)
    return as_pdf(contract_paper(row), f"{row.get_kind_display()} {row.person.short_name}.pdf")


def _contract(request, pk) -> MentorContract:
    return get_object_or_404(MentorContract.objects.visible_to(request.actor).select_related("person", "programme", "school"), pk=pk)


def _form_page(request, form, person, title, cancel_url):
    context = {"form": form, "person": person, "page_title": title, "submit_label": _("Save"), "cancel_url": cancel_url}
    return render(request, "participants/person_form.html", context)
