from accounts.models.audit_event import AuditEvent, AuditHead
from accounts.models.list_view import ListView
from accounts.models.membership import Membership
from accounts.models.personal_link import PersonalLink
from accounts.models.school import School
from accounts.models.user import User

__all__ = ["AuditEvent", "AuditHead", "ListView", "Membership", "PersonalLink", "School", "User"]
