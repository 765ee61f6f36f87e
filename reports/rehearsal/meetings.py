"""Acts of the winter: every pair meets by the cycle, mentors log it, some meetings fall through."""

import datetime
import uuid

from accounts.enums import Role
from mentoring.common import clock
from pairs.enums import MeetingMode, MeetingType
from pairs.models import Pair
from pairs.services import log_meeting
from reports.rehearsal.staff import Staff
from reports.rehearsal.troupe import MATERIAL, Troupe

CYCLE = (MeetingType.ORGANISATIONAL, MeetingType.TRIAL, MeetingType.PLANNING)


def meet(
    staff: Staff, troupe: Troupe, pair: Pair, topics: list[str], *, first: datetime.date, last: datetime.date, closing: bool = True
) -> int:
    """Log a meeting every two weeks from `first` to `last`, with `closing` a closing one at the end. Returns their number."""
    chance, count, day = troupe.chance, 0, first
    while day <= last:
        is_last = closing and day + datetime.timedelta(days=14) > last
        took_place = is_last or count < len(CYCLE) or chance.random() > 0.08
        with clock.pretend(day, hour=16):
            log_meeting(
                actor=staff[Role.CURATOR],
                pair=pair,
                form_key=uuid.uuid4(),
                type=_type(count, is_last=is_last),
                held_on=day,
                minutes=chance.choice((45, 60, 60, 90)),
                mode=MeetingMode.REMOTE if chance.random() < 0.2 else MeetingMode.IN_PERSON,
                topic=topics[count % len(topics)],
                took_place=took_place,
                result=troupe.pick("meeting_results") if took_place else troupe.pick("missed_reasons"),
                next_step=troupe.pick("next_steps") if took_place and not is_last else "",
            )
        count, day = count + 1, day + datetime.timedelta(days=14)
    return count


def _type(number: int, *, is_last: bool) -> MeetingType:
    if is_last:
        return MeetingType.CLOSING
    return CYCLE[number] if number < len(CYCLE) else MeetingType.REGULAR


def closing_words(troupe: Troupe) -> str:
    return troupe.chance.choice(MATERIAL["programme_results"])
