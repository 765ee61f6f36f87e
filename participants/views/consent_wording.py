"""The school's own text of each consent, with how many have signed which version."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.wording.editing import edited_wording
from participants.consent_specimen import consent_specimen
from participants.enums import ConsentPurpose
from participants.forms import ConsentWordingForm
from participants.queries.consent_reference import consent_placeholders, template_wording
from participants.queries.consent_requisites import all_lines
from participants.queries.consent_texts import ConsentTexts
from participants.queries.consent_versions import consent_versions, given_under_former, purposes_with_versions
from participants.services.consent_wording import check_consent_wording, keep_consent_wording
from programmes.wording_help import placeholder_rows, remarks_on_lines

READ = ("GET", "HEAD", "POST")


@require_safe
@needs(Permission.RECORD_CONSENTS)
def consent_wordings(request):
    return render(request, "participants/consent_wordings.html", {"rows": purposes_with_versions()})


@require_http_methods(READ)
@needs(Permission.RECORD_CONSENTS)
def consent_wording(request, purpose):
    found = _find_purpose(purpose)

    def keep(form):
        keep_consent_wording(actor=request.actor, purpose=purpose, texts=form.texts, version=form.seen)

    def check(form):
        check_consent_wording(purpose, form.texts)

    form, both, is_kept, is_looked_at = edited_wording(request, ConsentWordingForm, partial(_present, purpose), keep=keep, check=check)
    if is_kept:
        _tell_version(request, purpose)
        return redirect("participants:consent_wording", purpose)
    texts = ConsentTexts()
    present, versions = texts.wording(purpose), consent_versions(purpose, texts)
    shown = form.texts if is_looked_at else present
    context = {
        "kind": {"code": purpose, "menu": found.label},
        "form": form,
        "both": both,
        "is_looked_at": is_looked_at,
        "differs": present != template_wording(purpose),
        "versions": versions,
        "former": given_under_former(versions),
        "remarks": remarks_on_lines((all_lines(shown), consent_placeholders())),
        "placeholders": [{"title": _("What may stand in braces"), "rows": placeholder_rows(all_lines(shown), consent_placeholders())}],
        "preview": consent_specimen(purpose, shown, texts.version(purpose), request.actor.school),
    }
    return render(request, "participants/consent_wording.html", context, status=409 if both else 200)


@require_POST
@needs(Permission.RECORD_CONSENTS)
def consent_wording_reset(request, purpose):
    _find_purpose(purpose)
    keep_consent_wording(actor=request.actor, purpose=purpose, texts=template_wording(purpose))
    messages.success(request, _("The wording is that of Tandem again."))
    return redirect("participants:consent_wording", purpose)


def _present(purpose: str) -> dict:
    return ConsentTexts().wording(purpose)


def _tell_version(request, purpose: str) -> None:
    name = ConsentTexts().version(purpose)
    messages.success(
        request, _("The version in use is: %(version)s. Consents that were given keep theirs and stay in force.") % {"version": name}
    )


def _find_purpose(code: str) -> ConsentPurpose:
    if code not in ConsentPurpose:
        raise Http404
    return ConsentPurpose(code)
