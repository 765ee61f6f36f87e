"""The school's own text of each contract, and the present text for a draft."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.responses import answer_refusal
from mentoring.common.wording.editing import edited_wording
from participants.contract_papers import contract_specimen
from participants.contract_remarks import contract_remarks, listed_placeholders
from participants.enums import ContractKind
from participants.forms import ContractWordingForm
from participants.models import MentorContract
from participants.queries.contract_texts import school_wording, template_wording
from participants.services.contract_wording import check_contract_wording, keep_contract_wording, take_present_wording

READ = ("GET", "HEAD", "POST")


@require_http_methods(READ)
@needs(Permission.RECORD_CONSENTS)
def contract_wording(request, kind):
    """With `look` the typed text is shown as it will read, and nothing is kept."""
    found = _find_kind(kind)

    def keep(form):
        keep_contract_wording(actor=request.actor, kind=kind, texts=form.texts, version=form.seen)

    def check(form):
        check_contract_wording(kind, form.texts)

    form, both, is_kept, is_looked_at = edited_wording(request, ContractWordingForm, partial(school_wording, kind), keep=keep, check=check)
    if is_kept:
        messages.success(request, _("The wording is saved. New contracts of this kind read so; drafts and signed ones keep their text."))
        return redirect("participants:contract_wording", kind)
    present = school_wording(kind)
    shown = form.texts if is_looked_at else present
    context = {
        "kind": {"code": kind, "menu": found.label},
        "form": form,
        "both": both,
        "is_looked_at": is_looked_at,
        "differs": present != template_wording(kind),
        "remarks": contract_remarks(kind, shown),
        "placeholders": listed_placeholders(kind, shown),
        "preview": contract_specimen(kind, shown, request.actor.school),
    }
    return render(request, "participants/contract_wording.html", context, status=409 if both else 200)


@require_POST
@needs(Permission.RECORD_CONSENTS)
def contract_wording_reset(request, kind):
    _find_kind(kind)
    keep_contract_wording(actor=request.actor, kind=kind, texts=template_wording(kind))
    messages.success(request, _("The wording is that of Tandem again."))
    return redirect("participants:contract_wording", kind)


@require_POST
@needs(Permission.RECORD_CONSENTS)
def contract_reword(request, pk):
    row = get_object_or_404(MentorContract.objects.visible_to(request.actor), pk=pk)
    with answer_refusal(request):
        take_present_wording(actor=request.actor, contract=row)
        messages.success(request, _("The draft has the school's present text. Print it anew."))
    return redirect(row)


def _find_kind(code: str) -> ContractKind:
    if code not in ContractKind:
        raise Http404
    return ContractKind(code)
