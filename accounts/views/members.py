from django.utils.translation import gettext_lazy as _

from accounts.access import NeedsPermission
from accounts.filters import MemberFilter
from accounts.models import Membership
from accounts.permissions import Permission
from mentoring.common.lists import Column, Empty, ListPage


class MemberList(NeedsPermission, ListPage):
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

    def get_empty(self):
        return Empty(_("Nobody has a role in the school yet."), icon="person-badge")

    def row_url(self, row):
        return ""
