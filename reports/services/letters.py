"""Letters about orders: that something waits and where. No names and no facts: a letter may be read over a shoulder.

Tandem says the same on the first page, so a letter that does not arrive stops nothing.
"""

from functools import partial

from django.core.mail import EmailMessage, send_mail
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from accounts.permissions import Permission
from accounts.roles import PERMISSIONS
from reports.models import Order
from reports.rules import writers_of

READERS = 50  # addresses of one letter: what mail servers take at once
SIGNING = [role for role, permissions in PERMISSIONS.items() if Permission.SIGN_ORDERS in permissions]


def tell_signatories(order: Order, site: str) -> None:
    """The order waits for whoever may sign it. `site` is the address under which people open Tandem; without it there is no letter."""
    writers, members = writers_of(order), Membership.objects.active().with_names().filter(school_id=order.school_id, role__in=SIGNING)
    sentence = _("An order waits for your signature. Read it and sign it or return it with a remark:")
    others = _("All orders that wait for you:") + f"\n{site}{reverse('reports:orders_sign')}"
    _tell(
        [member.user for member in members if member.user_id not in writers], order, site, _("Tandem: an order to sign"), sentence, others
    )


def tell_author(order: Order, site: str) -> None:
    sentence = _("An order is back with a remark. Read the remark, mend the order and send it again:")
    _tell([order.author.user], order, site, _("Tandem: an order is back"), sentence)


def tell_readers(order: Order, addresses: list[str], site: str) -> None:
    """One letter for many: the words are the same for all, and nobody sees the addresses of the others."""
    sentence = _("An order waits for you to read it and to confirm that you have read it:")
    body = f"{sentence}\n{site}{reverse('reports:acknowledgement', args=[order.pk])}"
    for start in range(0, len(addresses) if site else 0, READERS):
        letter = EmailMessage(_("Tandem: an order to read"), body, bcc=addresses[start : start + READERS])
        transaction.on_commit(partial(letter.send, fail_silently=True), robust=True)


def _tell(users, order: Order, site: str, subject: str, sentence: str, others: str = "") -> None:
    body = "\n\n".join(filter(None, [f"{sentence}\n{site}{order.get_absolute_url()}", others]))
    addresses = {user.email for user in users if user.email} if site else ()
    for address in sorted(addresses):
        transaction.on_commit(partial(send_mail, subject, body, None, [address], fail_silently=True), robust=True)
