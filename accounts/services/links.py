"""Personal links: issued, found by their address, opened, used, revoked."""

import datetime
from collections.abc import Iterable

from django.core import signing
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import PersonalLink
from accounts.services.journal import record
from mentoring.common.clock import now, today
from mentoring.common.refusal import Refusal


def token_of(link: PersonalLink) -> str:
    """School, row and a signature with the purpose as salt: a link for one purpose opens no page of another."""
    return _signer(link.purpose).sign(f"{link.school_id}-{link.pk}")


def read_token(token: str, purpose: str) -> tuple[int, int] | None:
    """Keys of the school and of the link, None for an address that nobody here has signed."""
    try:
        school, link = _signer(purpose).unsign(token).split("-")
    except (signing.BadSignature, ValueError):
        return None
    return int(school), int(link)


@transaction.atomic
def issue_links(*, actor, purpose: str, subjects: Iterable[int], expires_on: datetime.date) -> dict[int, PersonalLink]:
    """Links by subject. One that is in force stays the same, so a sheet at home goes on working; its term only grows.

    The caller has asked who may issue them.
    """
    if expires_on < today():
        raise Refusal(_("The links must work at least today. Choose a later day."))
    wanted = set(subjects)
    rows = PersonalLink.objects.select_for_update(of=("self",)).filter(purpose=purpose, subject__in=wanted, revoked_at__isnull=True)
    there = {link.subject: link for link in rows}
    short = [link.pk for link in there.values() if link.expires_on < expires_on]
    PersonalLink.objects.filter(pk__in=short).update(expires_on=expires_on)
    facts = {"school_id": actor.school_id, "purpose": purpose, "expires_on": expires_on, "issued_by": actor}
    new = [PersonalLink(subject=subject, **facts) for subject in sorted(wanted - there.keys())]
    PersonalLink.objects.bulk_create(new, ignore_conflicts=True)  # a colleague may have just issued some
    return {link.subject: link for link in PersonalLink.objects.filter(purpose=purpose, subject__in=wanted, revoked_at__isnull=True)}


@transaction.atomic
def revoke_links(*, actor, purpose: str, subject: int) -> None:
    """From the next request on the address opens nothing; a new one may be issued. The caller has asked who may."""
    for link in PersonalLink.objects.select_for_update(of=("self",)).filter(purpose=purpose, subject=subject, revoked_at__isnull=True):
        link.revoked_at = now()
        link.save(update_fields=["revoked_at"])
        record(actor, "personallink.revoked", link)


def note_opened(link: PersonalLink) -> None:
    if link.opened_at is None:
        PersonalLink.objects.filter(pk=link.pk, opened_at__isnull=True).update(opened_at=now())


def note_used(link: PersonalLink) -> None:
    """What the link was for is done; whether it may be done again is its page's to say."""
    PersonalLink.objects.filter(pk=link.pk).update(used_at=now())


def _signer(purpose: str) -> signing.Signer:
    return signing.Signer(salt=f"personal-link.{purpose}", sep="~")
