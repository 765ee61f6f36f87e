from collections.abc import Callable

from django.contrib import messages
from django.utils.translation import gettext as _

from mentoring.common.refusal import Refusal
from mentoring.common.wording.digests import digest_of
from reports.views.once import key_of

SENT = "drafted"  # in the session: the key of the last page that made a draft, and the digest of what was typed


def warn(request, remarks: list[str]) -> None:
    """What a careful secretary has noticed in the words that were just kept."""
    for remark in remarks:
        messages.warning(request, remark)


def drafted(request, form, model, draft: Callable, words):
    """What the form has made: now, by `draft`, or when the same page was sent before. None when there is something to mend."""
    key = key_of(request)
    if key and (row := model.objects.filter(author=request.actor, request_key=key).first()):
        _tell_what_is_left_out(request, key)
        return row
    if form is not None and form.is_valid():
        try:
            row = draft(form)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, words)
            request.session[SENT] = [key, _sent(request)]
            return row
    return None


def _tell_what_is_left_out(request, key: str) -> None:
    """A second click says the same again; somebody who went back and typed something else must know that it is not in the draft."""
    if request.session.get(SENT, [key, _sent(request)]) != [key, _sent(request)]:
        messages.warning(request, _("A draft was made from this page before, and what you have typed now is not in it. Change it here."))


def _sent(request) -> str:
    return digest_of({name: request.POST.getlist(name) for name in request.POST if name != "csrfmiddlewaretoken"})
