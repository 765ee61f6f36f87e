from collections.abc import Sequence

from django.shortcuts import get_object_or_404

from mentoring.common.numbers import number_of
from programmes.models import Programme


def find_programme(request, pk) -> Programme:
    """The programme that papers are made of; somebody else's is a 404."""
    return get_object_or_404(Programme.objects.visible_to(request.actor).select_related("school", "year"), pk=pk)


def chosen_programme(request, otherwise: Sequence[Programme]) -> Programme | None:
    """That of `?programme=`, somebody else's is a 404; without it the first of the others."""
    if wanted := request.GET.get("programme"):
        return get_object_or_404(Programme.objects.visible_to(request.actor), pk=number_of(wanted))
    return next(iter(otherwise), None)
