"""Who teaches which class."""

from accounts.enums import Role
from accounts.models import Membership
from participants.class_names import tidy_class_name
from participants.models import Person


def class_teachers(school_id: int) -> dict[str, set[int]]:
    """Keys of people by class: named on the person, or holding the role of its class teacher."""
    found: dict[str, set[int]] = {}
    for key, class_name in Person.objects.exclude(class_led="").values_list("pk", "class_led"):
        found.setdefault(class_name, set()).add(key)
    roles = Membership.objects.active().filter(school=school_id, role=Role.CLASS_TEACHER).values_list("user_id", "class_name")
    classes = {user: tidy_class_name(class_name) for user, class_name in roles}
    for key, user in Person.objects.filter(user__in=classes).values_list("pk", "user_id"):
        found.setdefault(classes[user], set()).add(key)
    return found
