"""What time it is. A rehearsal lives a school year within a minute, so rules ask here and not the computer."""

import datetime
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

_pretended: ContextVar[datetime.datetime | None] = ContextVar("pretended_now", default=None)


def now() -> datetime.datetime:
    return _pretended.get() or timezone.now()


def today() -> datetime.date:
    """Today in the time zone of the school whose scope is open."""
    return timezone.localdate(now())


@contextmanager
def pretend(day: datetime.date, hour: int = 12):
    """Inside, it is `day` at `hour` o'clock by the school's time. Only the rehearsal and tests live so."""
    moment = timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour)))
    token = _pretended.set(moment)
    try:
        yield
    finally:
        _pretended.reset(token)
