from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.enums import Role
from accounts.permissions import Permission
from accounts.roles import PERMISSIONS


class MembershipQuerySet(models.QuerySet):
    def active(self):
        return self.filter(ended_on__isnull=True, user__is_active=True)

    def with_names(self):
        return self.select_related("user", "school")


class Membership(models.Model):
    """A user's role in a school. It is the actor of every request and of every service call."""

    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="memberships")
    school = models.ForeignKey("accounts.School", on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    class_name = models.CharField(_("class"), max_length=20, blank=True, help_text=_("The class of a class teacher, for example 7Б"))
    started_on = models.DateField(_("from"), auto_now_add=True)
    ended_on = models.DateField(_("to"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        ordering = ["school__short_name", "role", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "school", "role"],
                condition=models.Q(ended_on__isnull=True),
                name="one_active_membership_per_role",
                violation_error_message=_("This person already has this role in the school."),
            )
        ]

    def __str__(self):
        return f"{self.user.get_short_name()} ({self.get_role_display()})"

    def may(self, permission: Permission) -> bool:
        return permission in PERMISSIONS[Role(self.role)]

    def must(self, permission: Permission) -> None:
        """Raise `PermissionDenied` unless this membership may."""
        if not self.may(permission):
            raise PermissionDenied
