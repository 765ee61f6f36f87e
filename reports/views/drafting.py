from collections.abc import Callable

from django.contrib import messages

from mentoring.common.refusal import Refusal


def warn(request, remarks: list[str]) -> None:
    """What a careful secretary has noticed in the words that were just kept."""
    for remark in remarks:
        messages.warning(request, remark)


def drafted(request, form, model, draft: Callable, words):
    """What the form has made: now, by `draft`, or when the same page was sent before. None when there is something to mend."""
    if form is not None and form.is_valid():
        try:
            row = draft(form)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, words)
            return row
    key = request.POST.get("request_key", "")  # a moment ago the draft has taken the pairs, so the same form does not fit any more
    return model.objects.filter(author=request.actor, request_key=key).first() if key else None
