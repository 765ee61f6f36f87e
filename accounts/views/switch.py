from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from accounts.middleware import SESSION_KEY
from accounts.models import Membership


@require_POST
def switch(request, pk):
    """Continue as another of the user's own memberships."""
    membership = get_object_or_404(Membership.objects.active(), pk=pk, user=request.user)
    request.session[SESSION_KEY] = membership.pk
    return redirect("home")
