"""The first page, one for each kind of work; which one is read off the permissions."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from accounts.permissions import Permission
from jobs.models import StorageCheck
from pairs.queries import own_pairs
from pairs.queries.concerns import open_concerns
from reports.presenters.checklist import checklist, is_finished
from reports.presenters.figures import observed_figures, school_figures
from reports.presenters.today import next_actions
from reports.queries.home import orders_to_read, orders_to_sign, pupils_of_class, questionnaires_of
from reports.queries.school_state import running_programmes, school_state


@require_safe
def home(request):
    actor = request.actor
    if actor is None:
        return render(request, "home/no_membership.html", status=200)
    page = next((page for permission, page in PAGES if actor.may(permission)), observer)
    template, context = page(actor)
    return render(request, template, context | {"concerns": open_concerns(actor), "to_read": orders_to_read(actor)})


def curator(actor):
    state = school_state(actor)
    steps = checklist(state)
    context = {
        "actions": next_actions(state),
        "steps": [] if is_finished(steps) else steps,
        "steps_done": sum(step["status"] == "done" for step in steps),
        "figures": school_figures(state, actor),
    }
    return "home/curator.html", context


def director(actor):
    lead = _("Orders that wait for your signature, and what mentoring has reached.")
    return "home/director.html", {"lead": lead, "orders": orders_to_sign(actor), **_school(actor)}


def participant(actor):
    return "home/participant.html", {"pairs": own_pairs(actor), "questionnaires": questionnaires_of(actor)}


def class_teacher(actor):
    pupils = list(pupils_of_class(actor))
    context = {"class_name": actor.class_name, "pupils": pupils, "unsigned": sum(bool(pupil.missing_consents) for pupil in pupils)}
    return "home/class_teacher.html", context


def administration(actor):
    """Figures and reports for those who neither lead pairs nor sign."""
    context = {
        "lead": _("What mentoring has reached in the school."),
        "programmes": running_programmes(actor).select_related("year"),
        "lost_files": StorageCheck.lost_files() if actor.may(Permission.VIEW_MEMBERS) else [],
        "may_manage_members": actor.may(Permission.VIEW_MEMBERS),
    }
    return "home/administration.html", context | _school(actor)


def _school(actor) -> dict:
    return {"figures": school_figures(school_state(actor), actor), "may_download": actor.may(Permission.DOWNLOAD_REPORTS)}


def observer(actor):
    return "home/observer.html", {"figures": observed_figures(school_state(actor))}


PAGES = (
    (Permission.MANAGE_PAIRS, curator),
    (Permission.SIGN_ORDERS, director),
    (Permission.VIEW_OWN_PAIRS, participant),
    (Permission.VIEW_CLASS, class_teacher),
    (Permission.VIEW_MONITORING, administration),
)
