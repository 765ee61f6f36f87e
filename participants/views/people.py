from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.numbers import number_of
from mentoring.common.refusal import Refusal
from participants.forms import MenteeEntryForm, MentorEntryForm, PersonForm
from participants.forms.applications import initial_of
from participants.forms.twins import ask_about, told_not_same
from participants.models import Application, Merge, Person
from participants.queries.dossier import Dossier
from participants.queries.entry import linked_among
from participants.queries.story import Story, story_of
from participants.services import DuplicatePerson, SuspectedTwins, accept_application, edit_person, enter_new_person

ENTRIES = {
    "mentors": (MentorEntryForm, gettext_lazy("Add a mentor"), "participants:mentors", gettext_lazy("Mentors")),
    "mentees": (MenteeEntryForm, gettext_lazy("Add a mentee"), "participants:mentees", gettext_lazy("Mentees")),
}


@needs(*Permission)
def person(request, pk):
    """Everything about a person in one place, as far as the reader may see it."""
    found = Person.objects.visible_to(request.actor).filter(pk=pk).first()
    if found is None:
        return redirect(_merged_into(request, pk))
    dossier = Dossier(found, request.actor)
    may_edit = request.actor.may(Permission.MANAGE_PEOPLE)
    context = {
        "person": found,
        "dossier": dossier,
        "leads_class": request.actor.may(Permission.VIEW_CLASS),
        "story": _story(request, dossier),
        "may_edit": may_edit,
        "linked": linked_among(dossier.records) if may_edit else set(),
        "may_gate": request.actor.may(Permission.RECORD_GATES),
        "may_know_needs": request.actor.may(Permission.VIEW_NEEDS) or request.actor.may(Permission.ASK_FOR_NEEDS),
        "may_record": request.actor.may(Permission.RECORD_CONSENTS),
        "may_see_papers": request.actor.may(Permission.VIEW_ORDERS),
    }
    return render(request, "participants/person.html", context)


def _story(request, dossier: Dossier) -> Story | None:
    """`?about=` names a part, `?story=all` leaves nothing out."""
    if not dossier.is_full:
        return None
    return story_of(dossier.person, request.actor, about=request.GET.get("about", ""), whole=request.GET.get("story") == "all")


def _merged_into(request, pk) -> Person:
    """Where an entry that was merged away went; to whoever may not see that one, it never was."""
    merge = Merge.objects.in_force().filter(lost_pk=pk).first()
    kept = get_object_or_404(Person.objects.visible_to(request.actor), pk=merge.kept_id if merge else pk)
    messages.info(request, _("The entry of %(name)s was merged with this one.") % {"name": merge.lost_name})
    return kept


@needs(Permission.MANAGE_PEOPLE)
def add(request, base):
    """A new person with the record of a base."""
    form_class, title, back, back_label = ENTRIES[base]
    application = _application(request, base)
    form = form_class(request.POST or None, actor=request.actor, initial=initial_of(application) if application else None)
    duplicate, suspects = None, []
    if request.method == "POST" and form.is_valid():
        try:
            record = _enter(request.actor, base, application, not_same=told_not_same(request.POST), **form.facts())
        except SuspectedTwins as refusal:
            suspects = refusal.twins
            ask_about(form, suspects)
            form.add_error(None, refusal.sentence)
        except DuplicatePerson as refusal:
            duplicate = refusal.person
            form.add_error(None, refusal.sentence)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("%(person)s is in the base.") % {"person": record.person.full_name})
            return redirect(record)
    context = {"form": form, "page_title": title, "back": back, "back_label": back_label}
    context |= {"duplicate": duplicate, "suspects": suspects}
    return render(request, "participants/add.html", context)


def _application(request, base) -> Application | None:
    """`?application=`: somebody has applied, and what they wrote stands in the form."""
    if "application" not in request.GET:
        return None
    return get_object_or_404(Application.objects.visible_to(request.actor).filter(base=base), pk=number_of(request.GET["application"]))


def _enter(actor, base, application, **facts):
    if application is not None:
        return accept_application(actor=actor, application=application, **facts)
    return enter_new_person(actor=actor, base=base, **facts)


@needs(Permission.MANAGE_PEOPLE)
def edit(request, pk):
    found = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    form = PersonForm(request.POST or None, instance=found)
    duplicate = None
    if request.method == "POST" and form.is_valid():
        try:
            edit_person(actor=request.actor, person=found, **form.facts())
        except DuplicatePerson as refusal:
            duplicate = refusal.person
            form.add_error(None, refusal.sentence)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Saved."))
            return redirect(found)
    return render(request, "participants/edit.html", {"form": form, "person": Person.objects.get(pk=pk), "duplicate": duplicate})
