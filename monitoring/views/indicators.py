from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.responses import answer_refusal
from monitoring.forms.indicators import IndicatorsForm
from monitoring.queries import level_of, sheet_history
from monitoring.reference import indicator_table
from monitoring.services import fill_indicator_sheet
from programmes.models import Programme


@needs(Permission.VIEW_MONITORING)
def indicators(request, pk):
    """Show the newest sheet and its history; whoever manages monitoring may fill a new one."""
    programme = get_object_or_404(Programme.objects.visible_to(request.actor), pk=pk)
    manages = request.actor.may(Permission.MANAGE_MONITORING)
    if request.method == "POST" and not manages:
        raise PermissionDenied
    form = IndicatorsForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with answer_refusal(request):
            sheet = fill_indicator_sheet(actor=request.actor, programme=programme, values=form.values())
            total = sum(score.value for score in sheet.scores.all())
            messages.success(request, _("Saved: %(total)s points, level: %(level)s.") % {"total": total, "level": level_of(total).label})
        return redirect("monitoring:indicators", pk)
    history = sheet_history(programme)
    context = {
        "programme": programme,
        "form": form,
        "manages": manages,
        "history": history,
        "newest": history[0] if history else None,
        "scores": list(history[0].sheet.scores.all()) if history else [],
        "table": indicator_table(),
    }
    return render(request, "monitoring/indicators.html", context)
