from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.responses import as_pdf
from pairs.documents import handover_paper
from pairs.models import Pair


@require_safe
@needs(Permission.MANAGE_PAIRS)
def handover(request, pk):
    """The sheet for a mentor who takes mentees over, printed from today's rows."""
    rows = Pair.objects.visible_to(request.actor).filter(follows__isnull=False).with_names()
    pair = get_object_or_404(rows.select_related("school", "follows__mentor__person", "follows__role_model"), pk=pk)
    return as_pdf(handover_paper(pair), _("Hand-over sheet %(pair)s.pdf") % {"pair": pair})
