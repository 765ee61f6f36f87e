"""What a page does that edits the school's own wording of a kind of papers."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from mentoring.common.wording.comparing import saved
from mentoring.common.wording.digests import digest_of
from mentoring.common.wording.forms import VersionedForm

LOOK = "look"  # the button that shows how the typed text reads and keeps nothing


class Edited(NamedTuple):
    """`both` versions where a colleague was quicker; what became of the sent form: kept, only looked at, or neither."""

    form: VersionedForm
    both: list
    is_kept: bool
    is_looked_at: bool


def edited_wording(
    request,
    form_class: type[VersionedForm],
    current: Callable[[], dict],
    *,
    keep: Callable[[VersionedForm], object],
    check: Callable | None = None,
) -> Edited:
    """`current` tells the wording of this moment; `keep` takes the valid form and may refuse.

    `check` may refuse as well, before a look: a page without it shows nothing that is not kept.
    """

    def form_of(data=None) -> VersionedForm:
        texts = current()
        return form_class(data, texts=texts, version=digest_of(texts))

    form, is_look = form_of(request.POST if request.method == "POST" else None), check is not None and LOOK in request.POST
    is_good, both = saved([form], partial(check if is_look else keep, form), lambda: [form_of()])
    return Edited(form, both, is_kept=is_good and not is_look, is_looked_at=is_good and is_look)
