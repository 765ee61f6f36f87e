from django.shortcuts import render

from accounts.access import needs
from accounts.permissions import Permission
from monitoring.queries import headlines, latest_sheets, open_rates
from programmes.models import Programme


@needs(Permission.VIEW_MONITORING)
def overview(request):
    programmes = list(Programme.objects.visible_to(request.actor).select_related("year"))
    rates, sheets, found = open_rates(programmes), latest_sheets(programmes), headlines(programmes)
    cards = [
        {
            "programme": programme,
            "rates": rates.get(programme.pk, []),
            "level": sheets.get(programme.pk),
            "headline": found[programme.pk],
        }
        for programme in programmes
    ]
    context = {"cards": cards, "may_create": request.actor.may(Permission.MANAGE_PROGRAMMES)}
    return render(request, "monitoring/overview.html", context)
