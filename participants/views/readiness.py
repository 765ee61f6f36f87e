"""Who cannot be paired and why, with the button that repairs it."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.numbers import number_of
from participants.class_names import tidy_class_name
from participants.enums import ObstacleCode
from participants.obstacle_words import CONSENTS, told
from participants.queries.readiness import counts_by_code, who_cannot_be_paired
from participants.queries.sheets import running_programmes

PAGE_SIZE = 50


@require_safe
@needs(Permission.VIEW_PEOPLE)
def obstacles(request):
    """By reason and class; a class that lacks consents is printed at once."""
    programmes = list(running_programmes(request.actor))
    wanted = request.GET.get("programme", "")
    programme = get_object_or_404(running_programmes(request.actor), pk=number_of(wanted)) if wanted.isdecimal() else None
    class_name = tidy_class_name(request.GET.get("class_name", ""))
    code = request.GET.get("code", "")
    code = code if code in ObstacleCode else ""
    found = who_cannot_be_paired(request.actor, programme, class_name)
    counts = counts_by_code(found)
    shown = [row for row in found if not code or any(obstacle.code == code for obstacle in row.obstacles)]
    page = Paginator(shown, PAGE_SIZE).get_page(request.GET.get("page"))
    chosen = {"class_name": class_name} | ({"programme": programme.pk} if programme else {})
    context = {
        "print_url": f"{reverse('participants:sheets_print')}?{urlencode(chosen)}",
        "programmes": programmes,
        "programme": programme,
        "class_name": class_name,
        "classes": sorted({row.record.person.class_name for row in found} - {""}),
        "code": code,
        "reasons": [{"code": one.value, "label": one.label, "count": counts[one]} for one in ObstacleCode if counts.get(one)],
        "total": len(found),
        "rows": [{"blocked": row, "reasons": told(request.actor, row)} for row in page],
        "page_obj": page,
        "may_print": request.actor.may(Permission.RECORD_CONSENTS) and any(counts.get(one) for one in CONSENTS),
        "may_record": request.actor.may(Permission.RECORD_GATES),
        "may_choose": request.actor.may(Permission.MANAGE_PROGRAMMES),
    }
    return render(request, "participants/obstacles.html", context)
