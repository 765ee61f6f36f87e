from django.shortcuts import get_object_or_404

from mentoring.common.numbers import number_of
from participants.models import Person


def named_person(request) -> Person | None:
    """The person of `?person=`, None where the address names none. Somebody out of sight is a 404."""
    text = request.GET.get("person", "")
    if not text:
        return None
    return get_object_or_404(Person.objects.visible_to(request.actor), pk=number_of(text))
