from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal
from pairs.enums import RequestKind
from pairs.forms.asking import AnswerForm, AskForm
from pairs.models import Pair, PairRequest
from pairs.services import ask_for_change, settle_request
from pairs.services.asking import RUNNING, first_last_day, may_ask

LEADS = {
    RequestKind.LAY_DOWN: gettext_lazy("The curator finds another mentor and ends the work on the last day that you name."),
    RequestKind.ANOTHER_MENTOR: gettext_lazy("The curator will speak with you. Until then nothing changes."),
}


@needs(Permission.VIEW_OWN_PAIRS, Permission.MANAGE_PAIRS)
def ask(request, pk, kind):
    """A participant asks the curator for a change."""
    if kind not in RequestKind.values:
        raise Http404
    pair = get_object_or_404(Pair.objects.visible_to(request.actor).with_names(), pk=pk)
    if not may_ask(pair, request.actor, kind):
        raise PermissionDenied
    first_day = first_last_day(pair, request.actor) if kind == RequestKind.LAY_DOWN else None
    form = AskForm(request.POST or None, first_day=first_day)
    if request.method == "POST" and form.is_valid():
        try:
            ask_for_change(actor=request.actor, pair=pair, kind=kind, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The curator has your request. The answer will stand on this page."))
            return redirect(pair)
    kind = RequestKind(kind)
    return render(request, "pairs/ask.html", {"pair": pair, "form": form, "page_title": kind.label, "page_lead": LEADS[kind]})


@require_POST
@needs(Permission.MANAGE_PAIRS)
def answer(request, pk):
    asked = get_object_or_404(PairRequest.objects.select_related("pair"), pk=pk)
    form = AnswerForm(request.POST)
    with answer_refusal(request):
        settle_request(actor=request.actor, request=asked, answer=form.data.get("answer", "")[:2000])
        messages.success(request, _("The answer is recorded."))
    return redirect(asked.pair)


def open_ways(pair, actor) -> list[dict]:
    """Requests that this person may make now, for links."""
    if pair.state not in RUNNING:
        return []
    waiting = set(pair.requests.open().values_list("kind", flat=True))
    kinds = [kind for kind in RequestKind if kind not in waiting and may_ask(pair, actor, kind)]
    return [{"label": kind.label, "url": reverse("pairs:ask", args=[pair.pk, kind])} for kind in kinds]
