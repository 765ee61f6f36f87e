from django.shortcuts import get_object_or_404

from pairs.models import MatchingRun


def find_run(request, pk) -> MatchingRun:
    """Somebody else's run is a 404; without its snapshot."""
    rows = MatchingRun.objects.visible_to(request.actor).light().select_related("programme", "created_by__user", "settled_by__user", "job")
    return get_object_or_404(rows, pk=pk)
