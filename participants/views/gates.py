"""Conditions of a programme: chosen, recorded for one person, attendance of many."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from accounts.access import needs
from accounts.permissions import Permission
from jobs.views import file_response
from mentoring.common.numbers import number_of
from mentoring.common.refusal import Refusal
from participants.enums import MARKED_GATES, Gate
from participants.forms import GateForm, GatesForm, SessionForm
from participants.models import GateMark, MentorRecord, Person, TrainingSession
from participants.queries.readiness import gates_of
from participants.services import add_session, choose_gates, record_attendance, record_gate
from programmes.models import Programme


@needs(Permission.MANAGE_PROGRAMMES)
def gates(request, pk):
    programme = get_object_or_404(Programme.objects.visible_to(request.actor), pk=pk)
    form = GatesForm(request.POST or None, initial={"gates": gates_of(programme)})
    if request.method == "POST" and form.is_valid():
        choose_gates(actor=request.actor, programme=programme, gates=form.cleaned_data["gates"])
        messages.success(request, _("Saved. From now on a pair needs this."))
        return redirect("participants:obstacles")
    return render(request, "participants/gates.html", {"form": form, "programme": programme})


@needs(Permission.RECORD_GATES)
def gate_record(request, pk, programme_pk, gate):
    """A questionnaire, an interview or a certificate of one person."""
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    programme = get_object_or_404(Programme.objects.visible_to(request.actor), pk=programme_pk)
    if gate not in MARKED_GATES:
        raise Http404
    form = GateForm(request.POST or None, request.FILES or None, gate=gate)
    if request.method == "POST" and form.is_valid():
        try:
            record_gate(actor=request.actor, person=person, programme=programme, gate=gate, **form.facts())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Recorded: %(gate)s.") % {"gate": str(Gate(gate).label).lower()})
            return redirect(person)
    context = {"form": form, "person": person, "page_title": Gate(gate).label, "page_lead": str(programme), "submit_label": _("Record it")}
    return render(request, "participants/person_form.html", context | {"cancel_url": person.get_absolute_url()})


@require_safe
@needs(Permission.RECORD_GATES)
def gate_file(request, pk):
    """What was uploaded with a mark."""
    rows = GateMark.objects.filter(evidence__isnull=False, person__in=Person.objects.visible_to(request.actor))
    return file_response(get_object_or_404(rows.select_related("evidence"), pk=pk).evidence)


@needs(Permission.RECORD_GATES)
def training(request, pk):
    """Sessions of the School of mentors, and a form for the next one."""
    programme = get_object_or_404(Programme.objects.visible_to(request.actor), pk=pk)
    form = SessionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            session = add_session(actor=request.actor, programme=programme, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect(session)
    sessions = TrainingSession.objects.visible_to(request.actor).filter(programme=programme).prefetch_related("attendance")
    return render(request, "participants/training.html", {"form": form, "programme": programme, "sessions": sessions})


@needs(Permission.RECORD_GATES)
def training_session(request, pk):
    """Attendance of all mentors of the programme at once."""
    session = get_object_or_404(TrainingSession.objects.visible_to(request.actor).select_related("programme"), pk=pk)
    mentors = MentorRecord.objects.filter(programme=session.programme).present().with_person().order_by("person__search_key")
    people = [record.person for record in mentors]
    error = ""
    if request.method == "POST":
        ticked = set(map(number_of, request.POST.getlist("people")))
        try:
            count = record_attendance(actor=request.actor, session=session, people=[person for person in people if person.pk in ticked])
        except Refusal as refusal:
            error = refusal.sentence
        else:
            done = ngettext("%(count)s mentor was there.", "%(count)s mentors were there.", count) % {"count": count}
            messages.success(request, done)
            return redirect("participants:training", session.programme_id)
    else:
        ticked = set(session.attendance.values_list("person_id", flat=True))
    context = {"session": session, "programme": session.programme, "people": people, "ticked": ticked, "error": error}
    return render(request, "participants/training_session.html", context)
