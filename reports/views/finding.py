from django.shortcuts import get_object_or_404

from programmes.models import Programme


def find_programme(request, pk) -> Programme:
    """The programme that papers are made of; somebody else's is a 404."""
    return get_object_or_404(Programme.objects.visible_to(request.actor).select_related("school", "year"), pk=pk)
