from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.filters import MemberFilter
from accounts.forms import MemberForm
from accounts.models import Membership
from accounts.permissions import Permission
from accounts.school_list import SchoolList
from accounts.services.passwords import one_time_password
from accounts.services.schools import admit_member, end_membership
from mentoring.common.lists import Action, Column, Empty
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal


class MemberList(SchoolList):
    """Who may enter the school and in which role."""

    permissions = (Permission.VIEW_MEMBERS,)
    filterset_class = MemberFilter
    page_title = _("Members")
    page_lead = _("Everybody who can sign in to the school, and in which role.")
    default_order = ("user__last_name", "user__first_name")
    columns = (
        Column("name", _("Name"), lambda row: row.user.get_full_name(), order_by=("user__last_name", "user__first_name"), width=36),
        Column("login", _("Login name"), lambda row: row.user.username, order_by=("user__username",)),
        Column("role", _("Role"), lambda row: row.get_role_display(), order_by=("role",)),
        Column("class", _("Class"), lambda row: row.class_name, order_by=("class_name",), width=10),
        Column("since", _("Since"), lambda row: row.started_on, order_by=("started_on",), kind="date"),
    )

    def get_queryset(self):
        return Membership.objects.active().with_names().filter(school=self.request.actor.school)

    def get_actions(self):
        if not self.request.actor.may(Permission.MANAGE_MEMBERS):
            return []
        return [Action(_("Add a member"), reverse("accounts:member_add"), icon="person-plus", primary=True)]

    def get_empty(self):
        return Empty(_("Nobody has a role in the school yet."), icon="person-badge")

    def row_url(self, row):
        return reverse("accounts:member", args=[row.pk])


@needs(Permission.VIEW_MEMBERS)
def member(request, pk):
    """One membership, with the button that takes the role back."""
    row = get_object_or_404(Membership.objects.with_names(), pk=pk, school=request.actor.school)
    may_end = request.actor.may(Permission.MANAGE_MEMBERS) and row != request.actor and row.ended_on is None
    return render(request, "accounts/member.html", {"member": row, "facts": _facts(row), "may_end": may_end})


def _facts(row: Membership) -> list[tuple]:
    words = [
        (_("Login name"), row.user.username),
        (_("E-mail"), row.user.email),
        (_("Class"), row.class_name),
        (_("Since"), date_format(row.started_on)),
        (_("Until"), row.ended_on and date_format(row.ended_on)),
    ]
    return [(label, value) for label, value in words if value]


@never_cache
@needs(Permission.MANAGE_MEMBERS)
def member_add(request):
    """Give somebody an account and a role; the password is on this one answer and nowhere else."""
    form = MemberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        password = one_time_password()
        try:
            row = admit_member(actor=request.actor, password=password, **form.facts())
        except Refusal as refusal:
            form.add_error("username", refusal.sentence)
        else:
            return render(request, "accounts/member_added.html", {"member": row, "password": password})
    context = {"form": form, "page_title": _t("Add a member"), "submit_label": _t("Make login and password")}
    return render(request, "components/form_page.html", context | {"cancel_url": reverse("accounts:members")})


@require_POST
@needs(Permission.MANAGE_MEMBERS)
def member_end(request, pk):
    row = get_object_or_404(Membership.objects.active(), pk=pk, school=request.actor.school)
    with answer_refusal(request):
        end_membership(actor=request.actor, membership=row)
    return redirect("accounts:members")
