"""A long list printed by a job: the page of the list is asked again, with the rights that its reader has then."""

import uuid

from django.utils.translation import gettext as _

from accounts.school_list import SchoolList
from jobs.models import Job
from jobs.services import start
from mentoring.common.refusal import Refusal

MOST_PRINTED = 3_000  # rows


def ask_for_print(*, actor, page: SchoolList) -> Job:
    """Print the rows of a page from `list_at`."""
    if page.rows.count() > MOST_PRINTED:
        words = _("A print holds at most %(most)s rows. Narrow the list with the filter, or take the workbook.")
        raise Refusal(words % {"most": MOST_PRINTED})
    title = _("Print of a list: %(title)s") % {"title": page.page_title}
    key = f"list-print-{actor.pk}-{uuid.uuid4().hex}"
    return start(actor=actor, kind="list_print", title=title[:200], dedupe_key=key, address=page.address.url(print=None, panel=None))
