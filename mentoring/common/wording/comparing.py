"""Two people and one text on a page: the second one sees both versions and saves once more."""

from collections.abc import Callable, Sequence

from django import forms

from mentoring.common.refusal import Refusal
from mentoring.common.wording.both import both_versions
from mentoring.common.wording.versions import StaleText


def saved(filled: Sequence[forms.Form], save: Callable[[], None], standing: Callable[[], Sequence[forms.Form]]) -> tuple[bool, list[dict]]:
    """Whether the `filled` forms are saved, and the rows of both versions where a colleague was quicker: then the answer is a 409.

    The last form is the `VersionedForm`; a refusal stands there. `standing` makes the same forms of what the database has at that moment.
    """
    if not all(form.is_valid() for form in filled):
        return False, []
    *_facts, words = filled
    both = []
    try:
        save()
    except StaleText as refusal:
        theirs = standing()
        if both := both_versions(*zip(theirs, filled, strict=True)):
            words.compare_first(refusal.sentence, theirs[-1].initial["version"])
    except Refusal as refusal:
        words.add_error(None, refusal.sentence)
    return words.is_valid(), both
