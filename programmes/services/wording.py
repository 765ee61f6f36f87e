"""Keeping a school's own wording. Text is only text: nothing but the listed placeholders is ever looked at (docs/adr/0007)."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import School
from accounts.services.journal import record
from mentoring.common.refusal import Refusal
from mentoring.common.wording.digests import digest_of
from mentoring.common.wording.placeholders import written_names
from mentoring.common.wording.versions import refuse_stale
from programmes.models import Wording


@transaction.atomic
def keep_wording(*, actor, needs, event: str, key: str, texts: dict, template: dict, version: str = "") -> None:
    """Keep the school's wording of a kind of papers. Equal to the template, the school has none of its own.

    `needs` is the permission, `event` the name in the journal.
    `version` is the `digest_of` the wording that the curator saw; without it, as with the button that takes Tandem's, nobody has seen any.
    """
    actor.must(needs)
    lock_wordings(actor)
    present = Wording.objects.filter(kind=key).first()
    if version:
        refuse_stale(version, digest_of(template | (present.texts if present else {})))  # words of an older time lack some keys
    if texts == template:
        Wording.objects.filter(kind=key).delete()
        own = None
    else:
        own, _created = Wording.objects.update_or_create(
            school_id=actor.school_id, kind=key, defaults={"texts": texts, "changed_by": actor}
        )
    record(actor, event, own or actor.school, kind=key)


def lock_wordings(actor) -> None:
    """Two colleagues save one after another."""
    School.objects.select_for_update(of=("self",)).get(pk=actor.school_id)


def refuse_unknown(lines: list[str], known) -> None:
    """A name in braces that is none of `known` would reach a signature as it stands. Raises `Refusal`."""
    unknown = sorted({name for line in lines for name in written_names(line) if name not in known})
    if unknown:
        names = ", ".join(f"{{{name}}}" for name in unknown)
        sentence = _("Tandem does not know %(names)s. Take a name from the list of what may stand in braces, or leave the braces out.")
        raise Refusal(sentence % {"names": names})
